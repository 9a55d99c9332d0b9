/** What the cells of a returned row say, and which of them somebody changed. */
import { readGuarded } from '../../files/csv-write.ts';
import { MATRIX_FIELDS, type MatrixField, type MatrixFieldSpec, type MatrixRole } from '../../model/matrix.ts';
import type { SheetRow } from '../../sources/matrix/read-matrix.ts';
import { type DayOrder, dateReadings } from './dates.ts';
import { cellPrint, comparable, type RowKey } from './key.ts';
import { readDecision, readObservation, readReaction } from './words.ts';

/** What is wrong with a cell. */
export interface CellProblem {
  readonly role: MatrixRole;
  readonly message: string;
  readonly hint: string;
}

/** What a row says otherwise than it was exported. */
export interface RowChanges {
  /** New value of each changed field; empty where it was taken away. */
  readonly changed: ReadonlyMap<MatrixField, string>;
  /** Every field that the row says something of, changed or not. */
  readonly said: ReadonlyMap<MatrixField, string>;
  readonly problems: readonly CellProblem[];
}

/** What cells are compared with. */
export interface CellContext {
  /** As exported; undefined where the key is gone. */
  readonly key: RowKey | undefined;
  /** As an export of now would show it. */
  readonly shown: Readonly<Partial<Record<MatrixField, string>>>;
  readonly order: DayOrder;
  /** The ref of an input as these readers call it, from what somebody wrote; undefined where there is none. */
  readonly refOf: (written: string) => string | undefined;
}

/** What a cell says: its readings, the most probable first, or what is wrong with it. */
type Read = { readonly values: readonly string[] } | Omit<CellProblem, 'role'>;

/**
 * Reads the answer of a row.
 *
 * @param row The row.
 * @param context What it is compared with.
 */
export function readChanges(row: SheetRow, context: CellContext): RowChanges {
  const changed = new Map<MatrixField, string>();
  const said = new Map<MatrixField, string>();
  const problems: CellProblem[] = [];
  const cells = answerCells(row, context);
  if (cells.problem !== undefined) problems.push(cells.problem);
  for (const spec of MATRIX_FIELDS) {
    const cell = cells.values.get(spec.id);
    if (cell === undefined) continue;
    const read = readCell(cell, spec, context);
    const values = 'values' in read ? read.values : [cell];
    // Where a guard was written, it can't be told from an apostrophe that was there before: both are looked at.
    const before = (row.guarded ? [...values, `'${cell}`] : values).find((value) => isAsBefore(value, spec, context));
    if (before !== undefined) said.set(spec.id, before);
    else if (!('values' in read)) problems.push({ role: spec.id, ...read });
    else if (values.length > 1) problems.push({ role: spec.id, ...twoDates(values) });
    else {
      changed.set(spec.id, values[0] ?? '');
      said.set(spec.id, values[0] ?? '');
    }
  }
  return { changed, said, problems };
}

interface AnswerCells {
  readonly values: ReadonlyMap<MatrixField, string>;
  readonly problem?: CellProblem;
}

/** The cells of each field; decision and reason may stand in one. */
function answerCells({ cells, guarded }: SheetRow, context: CellContext): AnswerCells {
  const values = new Map<MatrixField, string>();
  const plain = (cell: string) => (guarded ? readGuarded(cell) : cell).replace(/\r\n?/gu, '\n').trim();
  for (const { id } of MATRIX_FIELDS) if (cells[id] !== undefined) values.set(id, plain(cells[id]));
  if (cells.observation === undefined) return { values };
  const observation = plain(cells.observation);
  if (observation === '') {
    return { values: values.set('decision', '').set('reason', '') };
  }
  const read = readObservation(observation);
  if (read !== undefined) return { values: values.set('decision', read.decision).set('reason', read.reason) };
  // A reason without its decision changes the reason of the decision there is.
  const decision = context.shown.decision;
  if (decision !== undefined) return { values: values.set('reason', observation) };
  return { values, problem: { role: 'observation', ...NO_DECISION } };
}

const NO_DECISION = {
  message: 'begins with no decision',
  hint: 'Begin it with Accepted, Accepted in part, Noted, Not accepted, Out of scope, Duplicate, Deferred or Withdrawn, and a colon.',
};

/** Whether a reading of a cell is what was exported. Without a key, an empty cell says nothing. */
function isAsBefore(value: string, { id }: MatrixFieldSpec, { key, shown }: CellContext): boolean {
  if (key !== undefined) return cellPrint(value) === (key.fields[id] ?? '');
  return value === '' || comparable(value) === comparable(shown[id] ?? '');
}

const READERS: Readonly<Record<MatrixFieldSpec['kind'], (cell: string, context: CellContext) => Read>> = {
  text: (cell) => ({ values: [cell] }),
  list: (cell) => ({ values: [listOf(cell).join('; ')] }),
  date: (cell, { order }) => {
    const values = dateReadings(cell, order);
    return values.length > 0 ? { values } : { message: `holds "${cut(cell)}", which is no date`, hint: DATE_HINT };
  },
  decision: (cell) => {
    const read = readDecision(cell);
    return 'id' in read
      ? { values: [read.id] }
      : { message: `holds "${cut(cell)}", which is no decision`, hint: wordHint(read.near, DECISION_HINT) };
  },
  reaction: (cell) => {
    const read = readReaction(cell);
    return 'id' in read
      ? { values: [read.id] }
      : { message: `holds "${cut(cell)}", which is no reaction`, hint: wordHint(read.near, REACTION_HINT) };
  },
  input: (cell, { refOf }) => {
    const ref = refOf(cell);
    return ref === undefined
      ? {
          message: `names "${cut(cell)}", which is no input`,
          hint: 'Write the ref in the column Input of the other row.',
        }
      : { values: [ref] };
  },
};

const DATE_HINT = 'Write a date such as 2022-10-28, 2022-10 or 2022.';
const DECISION_HINT =
  'Decisions are accepted, accepted-in-part, noted, not-accepted, out-of-scope, duplicate, deferred and withdrawn.';
const REACTION_HINT = 'Reactions are satisfied, not-satisfied and no-reply.';

function readCell(cell: string, { kind }: MatrixFieldSpec, context: CellContext): Read {
  return cell === '' ? { values: [''] } : READERS[kind](cell, context);
}

/** Ids with whatever stands between them; people copy the mark before them, too. */
function listOf(cell: string): readonly string[] {
  return cell
    .split(/[\s;,]+/u)
    .map((id) => id.replace(/^[\^#]+/u, ''))
    .filter((id) => id !== '');
}

function twoDates(values: readonly string[]): Omit<CellProblem, 'role'> {
  return { message: `can mean ${values.join(' or ')}`, hint: 'Write the year first, as in 2022-10-28.' };
}

function wordHint(near: string | undefined, all: string): string {
  return near === undefined ? all : `Did you mean "${near}"?`;
}

function cut(cell: string): string {
  const flat = cell.replace(/\s+/gu, ' ');
  return flat.length <= 60 ? flat : `${flat.slice(0, 59)}…`;
}
