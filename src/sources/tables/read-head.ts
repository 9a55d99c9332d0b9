import type { TableRow } from '../../files/table-row.ts';
import { COMMENT_HEADINGS, knownColumn } from './header-words.ts';
import type { SourceTable } from './open-tables.ts';

/** The beginning of a table: its headings, and the rows somebody can guess from. */
export interface TableHead {
  /** Headings as they stand in the file; a column without one is named by its place, `(column C)`. */
  readonly headings: readonly string[];
  /** Row the headings stand in; 0 where there are none, as in templates with headings in the page's header. */
  readonly row: number;
  /** The first rows below them. */
  readonly sample: readonly TableRow[];
}

/** Rows looked at for the headings: titles, dates and instructions stand above them. */
const LOOKED_AT = 25;
/** Rows a guess is made from. */
const SAMPLE = 400;

/**
 * Reads the beginning of a table and finds its headings: the row with the most headings that are known, or else the
 * first with at least two filled cells.
 *
 * @param table The table.
 * @returns Undefined where nothing is in it.
 */
export async function readHead(table: SourceTable): Promise<TableHead | undefined> {
  const rows: TableRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= LOOKED_AT + SAMPLE) break;
  }
  const [first] = rows;
  if (first === undefined) return undefined;
  const at = headingRow(rows.slice(0, LOOKED_AT));
  const heading = rows[at];
  if (heading === undefined) return undefined;
  const sample = rows.slice(at + 1, at + 1 + SAMPLE);
  return { headings: headingsOf(heading, sample), row: heading.row, sample };
}

function headingRow(rows: readonly TableRow[]): number {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const first = Math.max(
    0,
    filled.findIndex((count) => count >= 2),
  );
  const scores = rows.map(({ cells }) => cells.filter(isKnown).length);
  const best = scores.reduce((top, score, index) => (score > (scores[top] ?? 0) ? index : top), first);
  return (scores[best] ?? 0) > (scores[first] ?? 0) + 1 ? best : first;
}

function isKnown(cell: string): boolean {
  const text = cell.trim().toLowerCase();
  if (text === '' || text.length > 60) return false;
  return knownColumn(text) !== undefined || COMMENT_HEADINGS.some(([pattern]) => pattern.test(text));
}

/** Headings, each once: a second column of the same name gets its number. */
function headingsOf(row: TableRow, sample: readonly TableRow[]): readonly string[] {
  const width = Math.max(row.cells.length, ...sample.map(({ cells }) => cells.length));
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const name = (row.cells[index] ?? '').replace(/\s+/gu, ' ').trim() || `(column ${index + 1})`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
