/** Which column of a returned matrix is which. */
import type { TableRow } from '../../files/table-row.ts';
import { MATRIX_ROLES, type ResponsesMapping } from '../../model/mapping.ts';
import { MATRIX_SHAPES, type MatrixRole, type MatrixShape } from '../../model/matrix.ts';
import { nearest } from '../../text/nearest.ts';
import { plainHeading } from '../stakeholders/problems.ts';
import type { TableHead } from '../tables/read-head.ts';

/** The columns of a returned matrix. */
export interface MatrixColumns {
  /** Role of each column, in order; undefined where it is not known. */
  readonly roles: readonly (MatrixRole | undefined)[];
  /** How the columns could be read, where one that matters was renamed. */
  readonly guess?: ResponsesMapping;
}

/** What else people call a column; as {@link plainHeading} has it. */
const ALIASES: Readonly<Record<string, MatrixRole>> = {
  ref: 'ref',
  'input ref': 'ref',
  'input id': 'ref',
  key: 'key',
  'what was decided': 'decision',
  rationale: 'reason',
  'reason child': 'reason-child',
  paragraphs: 'paragraphs',
  answer: 'reason',
  response: 'reason',
  'decided by': 'by',
};

const SHAPES: readonly MatrixShape[] = Object.values(MATRIX_SHAPES);
const KEY = /^[pc]1\|[0-9a-f]{10}\|[0-9a-f]{10}/u;
const REF = /^\S+\/\S+#\S+$/u;
/** Roles that no sheet of answers can go without. */
const NEEDED: ReadonlySet<MatrixRole> = new Set(['decision', 'observation']);

/**
 * Whether the beginning of a table is that of a matrix that was exported: its keys tell.
 *
 * @param head The beginning of the table.
 */
export function isReturnedMatrix({ headings, sample }: Pick<TableHead, 'headings' | 'sample'>): boolean {
  return headings.some((_, column) => sample.some(({ cells }) => KEY.test(cells[column] ?? '')));
}

/**
 * The shape whose headings a row has most of.
 *
 * @param cells A row that may hold headings.
 * @returns How many of its headings are there; the first shape where there are none.
 */
export function shapeOf(cells: readonly string[]): { readonly shape: MatrixShape; readonly known: number } {
  const headings = new Set(cells.map(plainHeading));
  return SHAPES.map((shape) => ({
    shape,
    known: shape.columns.filter(({ title }) => headings.has(plainHeading(title))).length,
  })).reduce((best, one) => (one.known > best.known ? one : best));
}

/**
 * Tells what the columns of a returned matrix are.
 *
 * @param headings The row of headings.
 * @param sample Rows below it.
 * @param mapping How its columns are read, where somebody said so.
 */
export function matrixColumns(
  headings: readonly string[],
  sample: readonly TableRow[],
  mapping?: ResponsesMapping,
): MatrixColumns {
  if (mapping !== undefined) return { roles: headings.map((heading) => mappedRole(heading, mapping)) };
  const { shape } = shapeOf(headings);
  const roles = once(headings.map((heading, index) => roleOf(heading, shape) ?? roleByCells(index, sample)));
  const missing = shape.columns.filter(({ role }) => isMapped(role) && !roles.includes(role));
  const unknown = headings.some((heading, index) => roles[index] === undefined && heading.trim() !== '');
  if (missing.length === 0 || !unknown || !matters(roles, shape)) return { roles };
  return { roles, guess: { kind: 'responses', columns: guessedColumns({ headings, roles, shape }) } };
}

/** A sheet from which somebody has taken columns away is read as it is; one whose columns were renamed is not. */
function matters(roles: readonly (MatrixRole | undefined)[], { columns }: MatrixShape): boolean {
  const lost = columns.filter(({ role }) => isAnswer(role) && !roles.includes(role));
  return lost.length > 0;
}

function isAnswer(role: MatrixRole): boolean {
  return isMapped(role) && !['ref', 'key', 'text', 'ignore'].includes(role);
}

/** Whether a role can stand in a mapping. */
function isMapped(role: MatrixRole): role is (typeof MATRIX_ROLES)[number] {
  return (MATRIX_ROLES as readonly string[]).includes(role);
}

function mappedRole(heading: string, { columns }: ResponsesMapping): MatrixRole | undefined {
  return columns.find(({ column }) => plainHeading(column) === plainHeading(heading))?.as;
}

function roleOf(heading: string, shape: MatrixShape): MatrixRole | undefined {
  const plain = plainHeading(heading);
  if (plain === '') return undefined;
  const own = shape.columns.find(({ title }) => plainHeading(title) === plain)?.role;
  if (own !== undefined) return own;
  return Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : undefined;
}

/** Keys and refs look like nothing else. */
function roleByCells(column: number, sample: readonly TableRow[]): MatrixRole | undefined {
  const cells = sample.map(({ cells: all }) => (all[column] ?? '').trim()).filter((cell) => cell !== '');
  if (cells.length === 0) return undefined;
  if (cells.every((cell) => KEY.test(cell))) return 'key';
  return cells.every((cell) => REF.test(cell)) && cells.length === sample.length ? 'ref' : undefined;
}

/** A second column of the same role is one that somebody added. */
function once(roles: readonly (MatrixRole | undefined)[]): readonly (MatrixRole | undefined)[] {
  return roles.map((role, index) => (role !== undefined && roles.indexOf(role) === index ? role : undefined));
}

interface Guessing {
  readonly headings: readonly string[];
  readonly roles: readonly (MatrixRole | undefined)[];
  readonly shape: MatrixShape;
}

/** By the nearest title, else by the place that a column had when it was exported. */
function guessedColumns({ headings, roles, shape }: Guessing): ResponsesMapping['columns'] {
  const taken = new Set(roles.filter((role) => role !== undefined));
  return headings.map((column, index) => {
    const known = roles[index];
    if (known !== undefined) return { column, as: isMapped(known) ? known : ('ignore' as const) };
    const free = shape.columns.filter(({ role }) => isAnswer(role) && !taken.has(role));
    const title = nearest(
      column,
      free.map((one) => one.title),
    );
    const placed = shape.columns[index];
    const found = free.find((one) => one.title === title) ?? free.find((one) => one === placed);
    if (found === undefined || !isMapped(found.role)) return { column, as: 'ignore' as const };
    taken.add(found.role);
    return { column, as: found.role };
  });
}

/** Whether columns hold answers at all. */
export function holdsAnswers(roles: readonly (MatrixRole | undefined)[]): boolean {
  const identified = roles.some((role) => role === 'ref' || role === 'key' || role === 'text');
  return identified && roles.some((role) => role !== undefined && (NEEDED.has(role) || isAnswer(role)));
}
