/**
 * What would end a string literal or a line of Typst source, or can't be seen in it: quotes, backslashes, controls,
 * line and paragraph separators, direction marks, the byte-order mark and halves of surrogate pairs.
 */
const RISKY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  /["\\\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const SHORT: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const REPLACEMENT = '\ufffd';

function escapeOne(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : `\\u{${code.toString(16)}}`;
}

/**
 * Writes text as a Typst string literal, the only way in which words of a document reach Typst.
 * The literal stands on one line; half a surrogate pair, which Typst can't hold, becomes U+FFFD.
 * @param text any text
 */
export function typstString(text: string): string {
  return `"${text.replace(RISKY, escapeOne)}"`;
}
