import type { TableRow } from '../../files/table-row.ts';
import { numberText } from '../../files/xlsx-values.ts';
import type { CommentMapping, CommentRole } from '../../model/mapping.ts';
import { type HeldRow, sureKind } from '../tables/held-rows.ts';
import type { SourceTable } from '../tables/open-tables.ts';

/** One row of a comment matrix. */
export interface CommentRow {
  readonly row: number;
  /** Who comments; absent where the row does not say. */
  readonly organisation?: string;
  /** What the row says, by role; empty cells are left out. */
  readonly said: Partial<Readonly<Record<CommentRole, string>>>;
  /** Columns without a role that are kept, with their headings. */
  readonly kept: readonly (readonly [heading: string, text: string])[];
}

/** The rows of a comment matrix. */
export interface CommentsReading {
  readonly rows: readonly CommentRow[];
  readonly held: readonly HeldRow[];
  /** Rows that number or name something and comment on nothing. */
  readonly silent: readonly number[];
  /** Headings of columns that were left out because they name people. */
  readonly dropped: readonly string[];
  /** Whether the organisation stands only in the first row of each of its blocks. */
  readonly carried: boolean;
}

/** A table of comments. */
export interface CommentTable {
  readonly table: SourceTable;
  readonly headings: readonly string[];
  /** Row of the headings; 0 where there are none. */
  readonly row: number;
}

/** How tables are read. */
export interface CommentsRequest {
  readonly tables: readonly CommentTable[];
  readonly mapping: CommentMapping;
}

/**
 * Reads the rows of a comment matrix; no row that says anything is lost.
 *
 * @param request Table and mapping.
 * @throws FileProblemError where the table can't be read on.
 */
export async function readComments({ tables, mapping }: CommentsRequest): Promise<CommentsReading> {
  const found: Found = { rows: [], held: [], silent: [] };
  for (const table of tables) await readTable(table, rolesOf(mapping, table.headings), found);
  const headings = tables.flatMap((table) => table.headings);
  const dropped = mapping.columns.filter(({ as, column }) => as === 'drop' && headings.includes(column));
  const carried = isCarried(found.rows);
  const rows = carried ? carryDown(found.rows) : found.rows;
  return { ...found, rows, dropped: dropped.map(({ column }) => column), carried };
}

interface Found {
  readonly rows: CommentRow[];
  readonly held: HeldRow[];
  readonly silent: number[];
}

async function readTable(table: CommentTable, roles: readonly CommentRole[], found: Found): Promise<void> {
  for await (const row of table.table.rows()) {
    if (row.row <= table.row || isRepeatedHead(row, table.headings)) continue;
    const personal = personalIn(row, roles, table);
    if (personal !== undefined) found.held.push(personal);
    else if (saysNothing(row, roles)) found.silent.push(row.row);
    else found.rows.push(commentRow(row, roles, table.headings));
  }
}

function rolesOf(mapping: CommentMapping, headings: readonly string[]): readonly CommentRole[] {
  const byHeading = new Map(mapping.columns.map(({ column, as }) => [column.trim(), as]));
  return headings.map((heading) => byHeading.get(heading.trim()) ?? 'keep');
}

/** Long matrices repeat their headings on every page. */
function isRepeatedHead({ cells }: TableRow, headings: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (
    filled.length > 2 && cells.every((cell, index) => cell.replace(/\s+/gu, ' ').trim() === (headings[index] ?? ''))
  );
}

function saysNothing({ cells }: TableRow, roles: readonly CommentRole[]): boolean {
  return !cells.some((cell, index) => (roles[index] === 'comment' || roles[index] === 'change') && cell.trim() !== '');
}

function personalIn(row: TableRow, roles: readonly CommentRole[], request: CommentTable): HeldRow | undefined {
  for (const [column, text] of row.cells.entries()) {
    if (roles[column] === 'drop') continue;
    const kind = sureKind(text);
    if (kind === undefined) continue;
    const { sheet } = request.table;
    const heading = request.headings[column] ?? '';
    return { ...(sheet !== undefined && { sheet }), row: row.row, column, heading, kind, text };
  }
  return undefined;
}

function commentRow({ row, cells }: TableRow, roles: readonly CommentRole[], headings: readonly string[]): CommentRow {
  const said: Partial<Record<CommentRole, string>> = {};
  const kept: (readonly [string, string])[] = [];
  cells.forEach((cell, index) => {
    const text = cell.trim();
    const role = roles[index] ?? 'keep';
    if (text === '' || role === 'drop') return;
    if (role === 'keep' || said[role] !== undefined) kept.push([headings[index] ?? '', text]);
    else said[role] = role === 'section' ? sectionNumber(text) : text;
  });
  const organisation = said.organisation?.replace(/\s+/gu, ' ');
  return { row, said, kept, ...(organisation !== undefined && { organisation }) };
}

/** Section numbers that a spreadsheet took for numbers: `1.1000000000000001` is section 1.1. */
function sectionNumber(text: string): string {
  return /^\d+\.\d{12,}$/u.test(text) ? numberText(text) : text;
}

/** Where cells were merged, most rows name nobody and each stands below one that does. */
function isCarried(rows: readonly CommentRow[]): boolean {
  const unnamed = rows.filter(({ organisation }) => organisation === undefined).length;
  return rows[0]?.organisation !== undefined && unnamed > rows.length / 2;
}

function carryDown(rows: readonly CommentRow[]): readonly CommentRow[] {
  let last: string | undefined;
  return rows.map((row) => {
    last = row.organisation ?? last;
    return last === undefined ? row : { ...row, organisation: last };
  });
}
