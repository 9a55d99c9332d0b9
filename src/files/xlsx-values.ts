/** What a style says about a number: a day, a day with a time, a time, or nothing. */
export type DateKind = 'date' | 'date-time' | 'time' | undefined;

const DAY = 86_400_000;
/** Day 0 of the two systems: 1899-12-30, and 1904-01-01 for old files of the Macintosh. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** Characters of the longest format a spreadsheet program takes. */
const LONGEST_FORMAT = 255;

/** Built-in number formats that show dates and times. */
const BUILT_IN: Readonly<Record<number, DateKind>> = {
  14: 'date',
  15: 'date',
  16: 'date',
  17: 'date',
  18: 'time',
  19: 'time',
  20: 'time',
  21: 'time',
  22: 'date-time',
  27: 'date',
  28: 'date',
  29: 'date',
  30: 'date',
  31: 'date',
  32: 'time',
  33: 'time',
  34: 'time',
  35: 'time',
  36: 'date',
  45: 'time',
  47: 'time',
  50: 'date',
  51: 'date',
  52: 'date',
  53: 'date',
  54: 'date',
  55: 'time',
  56: 'time',
  57: 'date',
  58: 'date',
};

/**
 * Whether a number format shows a date.
 *
 * @param id Its number.
 * @param code Its code, for formats of the file's own.
 */
export function dateKind(id: number, code: string | undefined): DateKind {
  if (code === undefined) return BUILT_IN[id];
  if (code.length > LONGEST_FORMAT) return undefined;
  // Text in quotation marks, escaped characters, colours and conditions show no date, whatever letters they have.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu, '').toLowerCase();
  if (/^general/u.test(bare)) return undefined;
  const hasDay = /[yd]/u.test(bare) || /(?<![hs]:?)m{3,}/u.test(bare);
  const hasTime = /[hs]/u.test(bare);
  if (hasDay) return hasTime ? 'date-time' : 'date';
  return hasTime ? 'time' : undefined;
}

/**
 * A serial number as an ISO date or time.
 *
 * @param value Serial number of a day, with its fraction.
 * @param kind What the format shows.
 * @param is1904 Whether days count from 1904.
 * @returns Undefined where the number is no day of the years 1900 to 9999.
 */
export function serialDate(value: number, kind: DateKind, is1904: boolean): string | undefined {
  const milliseconds = Math.round((value * DAY) / 1000) * 1000 + (is1904 ? EPOCH_1904 : EPOCH_1900);
  if (!Number.isFinite(value) || value < 0 || milliseconds > Date.UTC(9999, 11, 31)) return undefined;
  const iso = new Date(milliseconds).toISOString();
  if (kind === 'time' || value < 1) return iso.slice(11, 19);
  return kind === 'date' || iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

/**
 * A number as a spreadsheet shows it: 15 significant digits, so that `1.1000000000000001` is `1.1` again.
 *
 * @param text The number as it stands in the file.
 */
export function numberText(text: string): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  return String(Number(value.toPrecision(15)));
}

/** Text of a cell with the escapes of control characters (`_x000D_`) undone. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\r\n', '\n');
}
