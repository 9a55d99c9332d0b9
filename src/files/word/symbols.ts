/** Fonts that draw signs in the place of letters, and which characters these signs are. */
const WINGDINGS: Readonly<Record<number, string>> = {
  ...{ 108: '●', 110: '■', 111: '☐', 112: '☐', 113: '❑', 114: '❒', 117: '◆', 118: '❖', 119: '◆' },
  ...{ 158: '·', 159: '•', 167: '▪', 168: '☐', 171: '★', 216: '➢', 223: '←', 224: '→', 225: '↑', 226: '↓' },
  ...{ 232: '➔', 239: '⇦', 240: '⇨', 251: '✗', 252: '✓', 253: '☒', 254: '☑', 74: '☺', 76: '☹' },
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  ...{ 79: '✗', 80: '✓', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 42: '☐', 163: '☐', 151: '●' },
};
const SYMBOL: Readonly<Record<number, string>> = {
  ...{ 183: '•', 163: '≤', 179: '≥', 177: '±', 180: '×', 184: '÷', 185: '≠', 187: '≈', 174: '→', 172: '←' },
  ...{ 165: '∞', 176: '°', 206: '∈', 229: '∑', 214: '√', 45: '−', 32: ' ' },
  ...letters(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
  ...letters(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
};
const FONTS: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['symbol', SYMBOL],
]);

function letters(first: number, all: string): Record<number, string> {
  return Object.fromEntries([...all].map((letter, at) => [first + at, letter]));
}

/**
 * The character that a sign of a font stands for, so that a ticked box is still one without the font.
 *
 * @param code Code of the sign, with or without the offset by which it lies in the private area.
 * @param font Name of the font.
 * @returns The character itself where the font is not known; undefined where the code is none.
 */
export function symbolOf(code: number, font: string | undefined): string | undefined {
  if (!(code > 0 && code < 0x110000) || (code >= 0xd800 && code < 0xe000)) return undefined;
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return FONTS.get(font?.toLowerCase() ?? '')?.[low] ?? String.fromCodePoint(code);
}
