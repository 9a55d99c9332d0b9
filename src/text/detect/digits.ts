/** Code points of the zeros of decimal digits that people write numbers with; nine more follow each. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x1040, 0x17e0, 0xff10] as const;
const OTHER_DIGIT =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u1040-\u1049\u17e0-\u17e9\uff10-\uff19]/gu;
/** Signs of other widths and scripts that stand in numbers and addresses. */
const SIGNS: Readonly<Record<string, string>> = { '＋': '+', '＠': '@', '．': '.', '－': '-', '٫': '.', '‐': '-' };

/**
 * A text of the same length in which all decimal digits are 0 to 9 and full-width signs are plain, so that offsets hold.
 *
 * @param text Any text.
 */
export function plainDigits(text: string): string {
  return text.replace(OTHER_DIGIT, toAscii).replace(/[＋＠．－٫‐]/gu, (sign) => SIGNS[sign] ?? sign);
}

function toAscii(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((one) => code >= one && code < one + 10) ?? code;
  return String(code - zero);
}
