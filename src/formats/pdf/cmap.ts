/** Which characters a font has, read from its `cmap` table (https://learn.microsoft.com/typography/opentype/spec/cmap). */

/** Tells whether a font has a glyph for a character. */
export type Covers = (codePoint: number) => boolean;

const NOTHING: Covers = () => false;

/**
 * Reads which characters a TrueType or OpenType font can show.
 * @param bytes of the font file; of anything else nothing is covered
 */
export function coverageOf(bytes: Uint8Array): Covers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const table = tableOffset(view, 'cmap');
    return table === undefined ? NOTHING : bestSubtable(view, table);
  } catch (error) {
    if (error instanceof RangeError) return NOTHING;
    throw error;
  }
}

function tableOffset(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (tagAt(view, record) === tag) return view.getUint32(record + 8);
  }
  return undefined;
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(offset + at)));
}

/** Readers of subtables by format, the fullest first. */
const READERS: readonly (readonly [number, (view: DataView, offset: number) => Covers])[] = [
  [12, segmentedCoverage],
  [4, deltaCoverage],
];

function bestSubtable(view: DataView, table: number): Covers {
  const count = view.getUint16(table + 2);
  const offsets = Array.from({ length: count }, (_, index) => table + view.getUint32(table + 4 + index * 8 + 4));
  for (const [format, read] of READERS) {
    const offset = offsets.find((at) => view.getUint16(at) === format);
    if (offset !== undefined) return read(view, offset);
  }
  return NOTHING;
}

function segmentedCoverage(view: DataView, offset: number): Covers {
  const groups = view.getUint32(offset + 12);
  return (code) => {
    const at = lowest(groups, (index) => view.getUint32(offset + 16 + index * 12 + 4) >= code);
    return at < groups && view.getUint32(offset + 16 + at * 12) <= code;
  };
}

function deltaCoverage(view: DataView, offset: number): Covers {
  const segments = view.getUint16(offset + 6) / 2;
  const ends = offset + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  return (code) => {
    if (code > 0xffff) return false;
    const at = lowest(segments, (index) => view.getUint16(ends + index * 2) >= code);
    if (at >= segments || view.getUint16(starts + at * 2) > code) return false;
    const delta = view.getUint16(deltas + at * 2);
    const range = view.getUint16(ranges + at * 2);
    if (range === 0) return ((code + delta) & 0xffff) !== 0;
    const glyph = view.getUint16(ranges + at * 2 + range + (code - view.getUint16(starts + at * 2)) * 2);
    return glyph !== 0;
  };
}

/** First index for which `holds`, by halving; `count` where there is none. */
function lowest(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Reads the name of the family a font belongs to: its typographic family where it has one.
 * @param bytes of the font file
 */
export function familyOf(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const table = tableOffset(view, 'name');
    return table === undefined ? undefined : (nameIn(view, table, 16) ?? nameIn(view, table, 1));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function nameIn(view: DataView, table: number, wanted: number): string | undefined {
  const count = view.getUint16(table + 2);
  const storage = table + view.getUint16(table + 4);
  for (let index = 0; index < count; index += 1) {
    const record = table + 6 + index * 12;
    const windowsEnglish = view.getUint16(record) === 3 && view.getUint16(record + 4) === 0x0409;
    if (!windowsEnglish || view.getUint16(record + 6) !== wanted) continue;
    const length = view.getUint16(record + 8) / 2;
    const offset = storage + view.getUint16(record + 10);
    return String.fromCharCode(...Array.from({ length }, (_, at) => view.getUint16(offset + at * 2)));
  }
  return undefined;
}
