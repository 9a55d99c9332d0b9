import { CsvProblemError } from '../../files/csv.ts';
import { FileProblemError } from '../../files/file-problem.ts';
import type { TableRow } from '../../files/table-row.ts';
import type { GuessedColumns } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import { fitsColumns, type NamedMapping, type ResponsesMapping } from '../../model/mapping.ts';
import { EDITABLE, type MatrixRole } from '../../model/matrix.ts';
import { slug } from '../ingest/slug.ts';
import { openTables, type SourceTable, unreadable } from '../tables/open-tables.ts';
import { tableFinding } from '../tables/table-findings.ts';
import { holdsAnswers, matrixColumns, shapeOf } from './columns.ts';

/** A row of a returned matrix: its cells by what they hold. A column that is not there has no cell. */
export interface SheetRow {
  /** Name of the file as given. */
  readonly file: string;
  /** Row, from 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<MatrixRole, string>>>;
  /** Column of each cell, from 1. */
  readonly columns: ReadonlyMap<MatrixRole, number>;
  /** Whether an apostrophe may stand before what a spreadsheet program would take for a formula. */
  readonly guarded: boolean;
}

/** What came out of a returned matrix. */
export interface MatrixReading {
  readonly rows: readonly SheetRow[];
  readonly findings: readonly Finding[];
  /** Set where columns were renamed and nobody has said what they are; there are no rows then. */
  readonly guessed?: GuessedColumns;
}

/** How a returned matrix is read. */
export interface MatrixRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mappings: readonly NamedMapping[];
}

/** Rows looked at for the headings, and rows below them that show what a column holds. */
const LOOKED_AT = 25;
const SAMPLE = 50;
/** Headings of a shape that make a row one of headings, in whichever shape. */
const ENOUGH = 2;

/**
 * Reads a comments matrix that came back, as .xlsx or .csv, in whatever order its rows and columns stand by now.
 *
 * @param request File and mappings.
 */
export async function readMatrix({ name, bytes, mappings }: MatrixRequest): Promise<MatrixReading> {
  const opened = openTables(bytes, name);
  try {
    const found = await findTable(opened.tables);
    if (found === undefined) {
      const broken = opened.findings.some(({ severity }) => severity === 'error');
      return { rows: [], findings: broken ? opened.findings : [...opened.findings, noMatrix(name)] };
    }
    const reading = await readTable({ ...found, name, mappings, guarded: opened.isCsv });
    return { ...reading, findings: [...opened.findings, ...reading.findings] };
  } catch (error) {
    if (!(error instanceof FileProblemError)) throw error;
    return { rows: [], findings: [...opened.findings, brokenFile(error, name)] };
  }
}

interface FoundTable {
  readonly table: SourceTable;
  readonly heading: TableRow;
  readonly sample: readonly TableRow[];
}

/** The table, and the row of headings in it, that looks most like a matrix. */
async function findTable(tables: readonly SourceTable[]): Promise<FoundTable | undefined> {
  let best: (FoundTable & { readonly known: number }) | undefined;
  for (const table of tables) {
    const rows = await firstRows(table);
    for (const [index, heading] of rows.slice(0, LOOKED_AT).entries()) {
      const { known } = shapeOf(heading.cells);
      const sample = rows.slice(index + 1, index + 1 + SAMPLE);
      if (known > (best?.known ?? 0)) best = { table, heading, sample, known };
    }
  }
  return best !== undefined && best.known >= ENOUGH ? best : undefined;
}

async function firstRows(table: SourceTable): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= LOOKED_AT + SAMPLE) break;
  }
  return rows;
}

interface TableRequest extends FoundTable {
  readonly name: string;
  readonly mappings: readonly NamedMapping[];
  readonly guarded: boolean;
}

async function readTable(request: TableRequest): Promise<MatrixReading> {
  const { table, heading, sample, name, mappings, guarded } = request;
  const headings = heading.cells.map((cell) => cell.replace(/\s+/gu, ' ').trim());
  const { roles, guess } = matrixColumns(headings, sample, mappingFor(headings, mappings));
  if (guess !== undefined) return renamed({ ...request, headings, guess });
  if (!holdsAnswers(roles)) return { rows: [], findings: [noMatrix(name)] };
  const columns = new Map(roles.flatMap((role, index) => (role === undefined ? [] : [[role, index + 1] as const])));
  const rows: SheetRow[] = [];
  for await (const { row, cells } of table.rows()) {
    if (row <= heading.row) continue;
    rows.push({ file: name, row, columns, guarded, cells: cellsOf(cells, columns) });
  }
  return { rows, findings: leftOut(headings, roles, { name, row: heading.row }) };
}

function cellsOf(cells: readonly string[], columns: ReadonlyMap<MatrixRole, number>): SheetRow['cells'] {
  const byRole: Partial<Record<MatrixRole, string>> = {};
  for (const [role, column] of columns) {
    if (role === 'key' || role === 'ref' || role === 'text' || EDITABLE.has(role))
      byRole[role] = cells[column - 1] ?? '';
  }
  return byRole;
}

function mappingFor(headings: readonly string[], mappings: readonly NamedMapping[]): ResponsesMapping | undefined {
  for (const { mapping } of mappings) {
    if (mapping.kind === 'responses' && fitsColumns(mapping, headings)) return mapping;
  }
  return undefined;
}

function renamed({
  name,
  headings,
  guess,
  sample,
}: TableRequest & { readonly headings: readonly string[]; readonly guess: ResponsesMapping }): MatrixReading {
  const samples = headings.map((_, column) =>
    [...new Set(sample.map(({ cells }) => (cells[column] ?? '').replace(/\s+/gu, ' ').trim().slice(0, 60)))]
      .filter((value) => value !== '')
      .slice(0, 3),
  );
  const stem = `${slug(name.replace(/\.[^.]*$/u, '')) || 'matrix'}-responses`;
  return { rows: [], findings: [], guessed: { file: name, guess: { name: stem, mapping: guess }, samples } };
}

/** Columns that somebody added hold something, and what is not taken is said. */
function leftOut(
  headings: readonly string[],
  roles: readonly (MatrixRole | undefined)[],
  { name, row }: { readonly name: string; readonly row: number },
): readonly Finding[] {
  return headings.flatMap((heading, column) => {
    if (roles[column] !== undefined || heading === '') return [];
    return [
      tableFinding({
        check: 'ingest/matrix-column',
        severity: 'warning',
        message: `The column "${heading.slice(0, 60)}" is not one that answers have, and was left out.`,
        why: 'What stands in it would otherwise be lost without anybody noticing.',
        hint: 'Move what has to be kept into the reason; else leave it.',
        file: name,
        row,
        column,
      }),
    ];
  });
}

function noMatrix(file: string): Finding {
  return tableFinding({
    check: 'ingest/no-matrix',
    severity: 'error',
    message: `"${file}" holds no comments matrix: no row of it has the headings of one, or the columns Input and Decision are gone.`,
    why: 'Without them no answer can be told from another, so nothing was taken.',
    hint: 'Restore the headings; "penholder matrix export" shows them. New comments come in with "penholder ingest".',
    file,
  });
}

function brokenFile(error: FileProblemError, file: string): Finding {
  if (!(error instanceof CsvProblemError)) return unreadable(error.problem, file);
  return tableFinding({
    check: 'ingest/row-not-read',
    severity: 'error',
    message: `"${file}" can't be read from line ${error.line} on. ${error.problem.message}`,
    why: 'Everything behind it would be taken for one answer, so nothing was taken.',
    hint: error.problem.hint,
    file,
    row: error.line,
  });
}
