/** Rows of a returned matrix, each with the input it answers. */
import type { Finding } from '../../model/finding.ts';
import { MATRIX_FIELDS, type MatrixField } from '../../model/matrix.ts';
import type { SheetRow } from '../../sources/matrix/read-matrix.ts';
import { type DayOrder, dayOrder } from './dates.ts';
import { findInput, type MatrixIndex } from './find-input.ts';
import { comparable, isTextOf, type RowKey } from './key.ts';
import { cellFinding, rewordedFinding, rowFinding } from './merge-findings.ts';
import { readChanges } from './read-cells.ts';
import type { MatrixInput } from './rows.ts';

/** A row that was read, with the input it answers. */
export interface ReadRow {
  readonly row: SheetRow;
  readonly ref: string;
  readonly input: MatrixInput;
  readonly key: RowKey | undefined;
  readonly index: MatrixIndex;
  readonly changed: ReadonlyMap<MatrixField, string>;
  readonly said: ReadonlyMap<MatrixField, string>;
}

/** By file and column: a file may come from another country than the next. */
export type DayOrders = ReadonlyMap<string, DayOrder>;

/** How dates are written in each file, from all its rows. */
export function dayOrders(rows: readonly SheetRow[]): DayOrders {
  const cells = new Map<string, string[]>();
  for (const { file, cells: all } of rows) {
    const date = all.date ?? '';
    if (date.trim() === '') continue;
    const known = cells.get(file);
    if (known === undefined) cells.set(file, [date]);
    else known.push(date);
  }
  return new Map([...cells].map(([file, dates]) => [file, dayOrder(dates)]));
}

/** What a row is read with. */
interface RowReading {
  /** What exports made now would show. */
  readonly indexOf: (audience: RowKey['audience']) => MatrixIndex;
  /** Where problems are added. */
  readonly findings: Finding[];
  readonly orders: DayOrders;
}

/** Reads a row; undefined where it answers nothing, or can't be taken. */
export function readRow(row: SheetRow, { indexOf, findings, orders }: RowReading): ReadRow | undefined {
  if (Object.values(row.cells).every((cell) => cell.trim() === '')) return undefined;
  const found = findInput(row, indexOf);
  if ('problem' in found) {
    // A row below the table that names nothing and answers nothing is a remark.
    if (isAnswered(row)) findings.push(rowFinding(row, 'ref', found.problem));
    return undefined;
  }
  const { input, key, index, ref } = found;
  const words = row.cells.text;
  if (words !== undefined && isReworded(words, key, input)) findings.push(rewordedFinding(row, ref));
  const { changed, said, problems } = readChanges(row, {
    key,
    shown: input.fields,
    order: orders.get(row.file) ?? 'unknown',
    refOf: (written) => shownRef(written, ref, index),
  });
  for (const problem of problems) findings.push(cellFinding(row, ref, problem));
  // What can't be read as a whole is not taken in part: a decision without its reason says something else.
  return problems.length > 0 ? undefined : { row, ref, input, key, index, changed, said };
}

function isAnswered({ cells }: SheetRow): boolean {
  return MATRIX_FIELDS.some(({ id }) => (cells[id] ?? '').trim() !== '') || (cells.observation ?? '').trim() !== '';
}

function isReworded(words: string, key: RowKey | undefined, { comment, listed }: MatrixInput): boolean {
  if (key !== undefined) return !isTextOf(key, words) && !isTextOf(key, words.replace(/^'/u, ''));
  const said = comparable(words);
  return said !== '' && said !== comparable(comment) && said !== comparable(listed.row.text);
}

/** What somebody wrote in place of a ref: the ref, or its last part where it is of the same note. */
function shownRef(written: string, own: string, { byRef }: MatrixIndex): string | undefined {
  const text = written.trim().replace(/^[\^#]+/u, '');
  const full = text.includes('#') ? text : `${own.slice(0, own.lastIndexOf('#'))}#${text}`;
  return byRef.has(full) ? full : undefined;
}
