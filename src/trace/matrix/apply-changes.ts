import { MATRIX_FIELDS, type MatrixField } from '../../model/matrix.ts';
import type { ResponseEntry } from '../../model/response.ts';
import type { PassagePlace } from '../passage-places.ts';
import { ACCEPTING } from '../response-state.ts';
import type { MatrixIndex } from './find-input.ts';
import type { CellProblem } from './read-cells.ts';
import type { MatrixInput } from './rows.ts';

/** What entries are made with. */
export interface EntryContext {
  /** Passages of the text as it stands; undefined where there is no text to look at. */
  readonly places: ReadonlyMap<string, PassagePlace> | undefined;
  /** ISO date of an answer whose row gives none. */
  readonly today: string;
  /** Who answered, where rows do not say. */
  readonly by?: string;
}

/** What is to change in the answer to an input. */
export interface EntryChanges {
  readonly input: MatrixInput;
  readonly changes: ReadonlyMap<MatrixField, string>;
  readonly index: MatrixIndex;
}

/** The new entry, with what should be known of it, or what stands against it. */
export type AppliedChanges =
  | { readonly entry: ResponseEntry; readonly remarks: readonly string[] }
  | { readonly problem: CellProblem };

const LISTS: ReadonlySet<MatrixField> = new Set(
  MATRIX_FIELDS.filter(({ kind }) => kind === 'list').map(({ id }) => id),
);

/**
 * Makes the entry that a returned row asks for. Members that it does not change stay as they are.
 *
 * @param request The input and what its row changes.
 * @param context Passages, date and who answers.
 */
export function applyChanges(request: EntryChanges, context: EntryContext): AppliedChanges {
  const { listed } = request.input;
  const { id } = listed.input;
  if (id === undefined) return { problem: NO_ID };
  const before = listed.response?.entry;
  const values = new Map<string, unknown>(Object.entries(before ?? { input: id }));
  for (const [field, value] of request.changes) {
    if (value === '') values.delete(field);
    else values.set(field, memberOf(field, value, request));
  }
  const problem = whatIsMissing(values, request) ?? unknownPassages(request, context);
  if (problem !== undefined) return { problem };
  signed(values, request, context);
  const remarks = reopened(values, before);
  return { entry: Object.fromEntries(values) as ResponseEntry, remarks };
}

const NO_ID: CellProblem = {
  role: 'ref',
  message: 'can not be recorded, because the input has no id yet',
  hint: 'Run "penholder ids", export the matrix again, and copy the answer into its row.',
};

function memberOf(field: MatrixField, value: string, { input, index }: EntryChanges): unknown {
  if (LISTS.has(field)) return value.split('; ');
  if (field !== 'duplicate-of') return value;
  const other = index.byRef.get(value)?.listed;
  if (other === undefined) return value;
  const sameNote = other.note.id === input.listed.note.id;
  return sameNote ? (other.input.id ?? other.input.ref) : other.input.ref;
}

/** Taking an answer away is a decision of its own, and an empty cell is easily made. */
function whatIsMissing(values: ReadonlyMap<string, unknown>, { input }: EntryChanges): CellProblem | undefined {
  const [decision, reason] = [values.get('decision'), values.get('reason')];
  const isAnswered = input.listed.response !== undefined;
  if (decision === undefined)
    return {
      role: 'decision',
      message: isAnswered ? 'is gone, and an import takes no answer away' : 'is missing, though other cells are filled',
      hint: isAnswered
        ? 'Write the decision back; to take an answer back, delete its entry from the file of responses.'
        : 'Write one of the decisions into the row.',
    };
  if (reason !== undefined) return undefined;
  return {
    role: 'reason',
    message: 'is missing',
    hint: 'Say why in a sentence: the contributor will read it.',
  };
}

function unknownPassages({ input, changes }: EntryChanges, { places }: EntryContext): CellProblem | undefined {
  const wanted = changes.get('passages');
  if (places === undefined || places.size === 0 || wanted === undefined || wanted === '') return undefined;
  const before = new Set(input.listed.response?.entry.passages ?? []);
  const unknown = wanted.split('; ').find((id) => !places.has(id) && !before.has(id));
  if (unknown === undefined) return undefined;
  const number = unknown.replace(/^(?:para|§|¶)\.?/iu, '');
  const numbered = [...places].find(([, place]) => place.number === number && !place.heading)?.[0];
  return {
    role: 'passages',
    message: `name "${unknown.slice(0, 60)}", which is no passage of the text`,
    hint:
      numbered === undefined
        ? 'Write the id that stands after "^" at the end of the passage.'
        : `Numbers move with every edit; paragraph ${number} is ${numbered} today.`,
  };
}

/** Who answered and when, where the row leaves it open and the answer is another than before. */
function signed(values: Map<string, unknown>, { changes }: EntryChanges, { today, by }: EntryContext): void {
  const answer = MATRIX_FIELDS.filter(({ id, unit }) => unit === 'answer' && id !== 'by' && id !== 'date');
  if (!answer.some(({ id }) => changes.has(id))) return;
  if (!changes.has('date')) values.set('date', today);
  if (!changes.has('by') && by !== undefined) values.set('by', by);
}

/** An edit that was recorded was made for the passages and the decision there were. */
function reopened(values: Map<string, unknown>, before: ResponseEntry | undefined): readonly string[] {
  const prints = before?.text;
  if (prints === undefined) return [];
  const passages = new Set((values.get('passages') as readonly string[] | undefined) ?? []);
  const accepting = ACCEPTING.has(String(values.get('decision')));
  const added = [...passages].some((id) => !Object.hasOwn(prints, id) && !(before?.passages ?? []).includes(id));
  const kept = Object.entries(prints).filter(([id]) => passages.has(id));
  if (accepting && !added && kept.length === Object.keys(prints).length) return [];
  if (accepting && !added && kept.length > 0) {
    values.set('text', Object.fromEntries(kept));
    return [];
  }
  values.delete('text');
  return accepting ? ['its edit is to be recorded again, since other passages are concerned now.'] : [];
}
