import { nameOf, type PdfFile } from './pdf-file.ts';
import { isString, type PdfDict, PdfReader, type PdfValue } from './pdf-values.ts';

/** What a page needs to know of a font to tell its words and where they stand. */
export interface PdfFont {
  /** Bytes of a character. */
  readonly bytes: 1 | 2;
  readonly words: (code: number) => string;
  /** Width in thousandths of the size. */
  readonly width: (code: number) => number;
}

/** Characters in one font. */
const MOST_CODES = 70_000;

/** Names of characters that have no letter of their own as a name. */
const GLYPHS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ space: ' ', period: '.', comma: ',', hyphen: '-', colon: ':', semicolon: ';', question: '?', exclam: '!' },
    ...{ quoteright: '’', quoteleft: '‘', quotedblleft: '“', quotedblright: '”', quotesingle: "'", quotedbl: '"' },
    ...{ endash: '–', emdash: '—', parenleft: '(', parenright: ')', fi: 'fi', fl: 'fl', ff: 'ff', ffi: 'ffi' },
    ...{ zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9' },
  }),
);

/**
 * A font of a page.
 *
 * @param value Its dictionary.
 * @param file The file.
 */
export function readFont(value: PdfValue | undefined, file: PdfFile): PdfFont {
  const dict = file.dict(value);
  const unicode = toUnicode(file.content(dict.get('ToUnicode')), file);
  if (nameOf(dict.get('Subtype')) === 'Type0') {
    const widths = wideWidths(file.dict(file.array(dict.get('DescendantFonts'))[0]), file);
    return { bytes: 2, words: (code) => unicode.get(code) ?? '', width: widths };
  }
  const names = differences(dict, file);
  const first = Number(file.follow(dict.get('FirstChar')) ?? 0);
  const widths = file.array(dict.get('Widths'));
  return {
    bytes: 1,
    words: (code) => unicode.get(code) ?? names.get(code) ?? WINDOWS.decode(new Uint8Array([code])),
    width: (code) => numberOr(file.follow(widths[code - first]), 500),
  };
}

const WINDOWS = new TextDecoder('windows-1252');

function numberOr(value: PdfValue | undefined, other: number): number {
  return typeof value === 'number' ? value : other;
}

function differences(dict: PdfDict, file: PdfFile): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const item of file.array(file.dict(dict.get('Encoding')).get('Differences')).slice(0, 512)) {
    if (typeof item === 'number') code = item;
    else {
      const name = nameOf(item);
      const hex = /^uni([0-9A-F]{4})$/u.exec(name)?.[1];
      const letter =
        GLYPHS.get(name) ?? (hex === undefined ? undefined : String.fromCharCode(Number.parseInt(hex, 16)));
      names.set(code, letter ?? (name.length === 1 ? name : ''));
      code += 1;
    }
  }
  return names;
}

/** Widths of a font of two bytes: `[first [w w w] first last w …]`. */
function wideWidths(dict: PdfDict, file: PdfFile): (code: number) => number {
  const widths = new Map<number, number>();
  const items = file.array(dict.get('W'));
  for (let at = 0; at + 1 < items.length && widths.size < MOST_CODES; ) {
    const first = numberOr(file.follow(items[at]), 0);
    const next = file.follow(items[at + 1]);
    if (Array.isArray(next)) {
      next.slice(0, MOST_CODES).forEach((width, index) => {
        widths.set(first + index, numberOr(width, 0));
      });
      at += 2;
    } else {
      const last = Math.min(numberOr(next, first), first + 65_535);
      const width = numberOr(file.follow(items[at + 2]), 0);
      for (let code = first; code <= last && widths.size < MOST_CODES; code += 1) widths.set(code, width);
      at += 3;
    }
  }
  const standard = numberOr(file.follow(dict.get('DW')), 1000);
  return (code) => widths.get(code) ?? standard;
}

/** Which words each code stands for. */
function toUnicode(content: string | undefined, file: PdfFile): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  if (content === undefined) return map;
  const reader = new PdfReader(content, file.budget);
  let held: PdfValue[] = [];
  while (reader.at < content.length && map.size < MOST_CODES) {
    const value = reader.next();
    if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'operator') {
      if (value !== undefined) held.push(value);
      continue;
    }
    if (value.word === 'endbfchar') addPairs(held, map);
    if (value.word === 'endbfrange') addRanges(held, map);
    held = [];
  }
  return map;
}

function addPairs(held: readonly PdfValue[], map: Map<number, string>): void {
  for (let at = 0; at + 1 < held.length; at += 2) map.set(codeOf(held[at]), utf16(held[at + 1]));
}

function addRanges(held: readonly PdfValue[], map: Map<number, string>): void {
  for (let at = 0; at + 2 < held.length; at += 3) {
    const [first, last] = [codeOf(held[at]), codeOf(held[at + 1])];
    const target = held[at + 2];
    const words = utf16(target);
    const begin = words.slice(0, -1);
    const unit = words.charCodeAt(words.length - 1);
    for (let code = first; code <= Math.min(last, first + 65_535) && map.size < MOST_CODES; code += 1)
      map.set(
        code,
        Array.isArray(target) ? utf16(target[code - first]) : begin + String.fromCharCode(unit + code - first),
      );
  }
}

function codeOf(value: PdfValue | undefined): number {
  return isString(value) ? [...value.bytes].reduce((sum, byte) => (sum * 256 + byte.charCodeAt(0)) % 65_536, 0) : 0;
}

function utf16(value: PdfValue | undefined): string {
  return isString(value) ? new TextDecoder('utf-16be').decode(Buffer.from(value.bytes, 'latin1')) : '';
}
