/** What a row of Calibri 11 takes, in points. */
const LINE = 15;

/** Highest row that spreadsheet programs take, in points. */
const HIGHEST = 405;

/** Scripts whose characters are about two columns wide. */
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/gu;

/**
 * Attributes that make a row high enough for its longest cell: not every program measures wrapped cells when it opens
 * a file, and one that does not shows their first line only. Empty where one line is enough.
 *
 * @param row Its cells.
 * @param widths Of its columns, in characters; a hidden one counts for nothing and is 0.
 */
export function rowHeight(row: readonly (string | number)[], widths: readonly number[]): string {
  const lines = row.reduce<number>((most, value, column) => Math.max(most, linesOf(value, widths[column] ?? 0)), 1);
  return lines === 1 ? '' : ` ht="${Math.min(HIGHEST, lines * LINE)}" customHeight="1"`;
}

function linesOf(value: string | number, width: number): number {
  if (typeof value === 'number' || width === 0) return 1;
  if (value.length < width / 2 && !value.includes('\n')) return 1;
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / room(width))), 0);
}

/** Words are not divided, so that a line is seldom full. */
function room(width: number): number {
  return Math.max(1, width - Math.min(4, width / 8));
}

function columnsOf(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0);
}
