import type { ConsultationNote } from '../../model/consultation-note.ts';
import type { MatrixField, MatrixRole, MatrixRow, MatrixShape } from '../../model/matrix.ts';
import { MATRIX_FIELDS } from '../../model/matrix.ts';
import type { ResponseEntry } from '../../model/response.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Disclosures } from '../disclose-input.ts';
import { type InputFilter, type ListedInput, listedInputs } from '../input-list.ts';
import { type PassagePlace, placeWords } from '../passage-places.ts';
import { responseState } from '../response-state.ts';
import { type CommentParts, commentParts } from './comment-parts.ts';
import { type RowKey, writeKey } from './key.ts';
import { writeObservation } from './words.ts';

/** What the rows of a matrix are made from. */
export interface MatrixContext {
  readonly workspace: Workspace;
  readonly audience: { readonly distribution: RowKey['audience'] };
  /** Where passages stand in the text. */
  readonly places: ReadonlyMap<string, PassagePlace>;
  /** Fingerprints of the passages of the text as it stands. */
  readonly prints: ReadonlyMap<string, string>;
}

/** An input of the matrix with what its response holds in it. */
export interface MatrixInput {
  readonly listed: ListedInput;
  /** Its words, but for where they belong and what they propose. */
  readonly comment: string;
  readonly parts: Omit<CommentParts, 'comment'>;
  /** What the fields of its response hold in this export; empty ones are left out. */
  readonly fields: Readonly<Partial<Record<MatrixField, string>>>;
}

/** What stands between several values of a cell. */
const SEPARATOR = '; ';
/** Characters that a cell of a spreadsheet holds at most, with room for what says that it was cut. */
const LONGEST = 32_000;

/**
 * The rows of a matrix, in the order in which inputs are listed.
 *
 * @param context Workspace, readers and text.
 * @param filter Which inputs.
 * @param shape Gives the words for decisions and reactions.
 */
export function* matrixRows(
  context: MatrixContext,
  filter: InputFilter,
  shape: MatrixShape,
): Generator<MatrixRow, void, undefined> {
  for (const input of matrixInputs(context, filter)) yield rowOf(input, context, shape);
}

/**
 * The inputs of a matrix, in the order in which they are listed.
 *
 * @param context Workspace and readers.
 * @param filter Which inputs.
 */
export function* matrixInputs(
  { workspace, audience }: Pick<MatrixContext, 'workspace' | 'audience'>,
  filter: InputFilter,
): Generator<MatrixInput, void, undefined> {
  const refs = shownRefs(workspace);
  for (const listed of listedInputs(workspace, filter, audience)) {
    const text = shortened(listed.row.text);
    // A sentence that says why words are withheld has no parts.
    const { comment, ...parts } = listed.row.words === undefined ? { comment: text } : commentParts(text);
    yield { listed, comment, parts, fields: shownFields(listed, refs) };
  }
}

/** Finds what another input is called for the same readers: empty where it may not be told beside this one, undefined where there is none. */
type ShowRef = (ref: string, told: Disclosures) => string | undefined;

function shownRefs({ notes }: Workspace): ShowRef {
  const known = new Map(notes.flatMap((note) => note.inputs.map((input) => [input.ref, { note, input }] as const)));
  return (ref, told) => {
    const found = known.get(ref);
    if (found === undefined) return undefined;
    const disclosure = told.ofInput(found.note, found.input);
    // That one input repeats another says what the other says.
    return disclosure.reason ? told.refOf(found.note, ref, disclosure) : '';
  };
}

/**
 * What the fields of a response hold for its readers.
 *
 * @param listed The input with its response.
 * @param showRef What another input is called.
 */
function shownFields(listed: ListedInput, showRef: ShowRef): Partial<Record<MatrixField, string>> {
  const { response, disclosure, told, holds } = listed;
  if (response === undefined) return {};
  const { entry } = response;
  if (!disclosure.reason) return { decision: entry.decision };
  const whole = told.audience.distribution !== 'public';
  const fields: Partial<Record<MatrixField, string>> = {};
  for (const { id } of MATRIX_FIELDS) {
    // Decisions of the core group are named to the core group; a contributor's own words stay between the two.
    if (!whole && (id === 'decisions' || id === 'reaction-words')) continue;
    const value = fieldText(entry, id);
    if (value === '') continue;
    if (id === 'duplicate-of') {
      // A ref that leads nowhere may name a note all the same.
      const ref = refNamed(response.note, value);
      const shown = showRef(ref, told) ?? (holds(ref) ? undefined : value);
      if (shown !== undefined && shown !== '') fields[id] = shown;
    } else if (!holds(value)) fields[id] = shortened(value);
  }
  return fields;
}

/**
 * The value of a field as one text.
 *
 * @param entry A response.
 * @param field One of its members.
 */
export function fieldText(entry: ResponseEntry, field: MatrixField): string {
  const value = entry[field];
  return typeof value === 'string' ? value : (value ?? []).join(SEPARATOR);
}

/** The ref of an input as a response names it: in full, or by its id within the same note. */
export function refNamed(note: string, name: string): string {
  return name.includes('#') ? name : `${note}#${name.replace(/^\^/u, '')}`;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} […]`;
}

function rowOf({ listed, comment, parts, fields }: MatrixInput, context: MatrixContext, shape: MatrixShape): MatrixRow {
  const { row } = listed;
  const decision = decisionWords(fields.decision, shape);
  const distribution = context.audience.distribution;
  const cells: Partial<Record<MatrixRole, string>> = {
    ...parts,
    ...fields,
    ref: row.ref,
    text: comment,
    kind: row.kinds.join(SEPARATOR),
    codes: row.codes.join(SEPARATOR),
    ...aboutCells(listed, context),
    ...(fields.decision !== undefined && { decision }),
    ...(fields.reaction !== undefined && { reaction: reactionWords(fields.reaction, shape) }),
    observation: writeObservation(decision, fields.reason ?? ''),
    key: writeKey({ audience: distribution, ref: row.ref, text: comment, fields: shownIn(fields, shape) }),
  };
  return { ref: row.ref, cells };
}

/** The key tells of what stands in the sheet. */
function shownIn(
  fields: Readonly<Partial<Record<MatrixField, string>>>,
  { columns }: MatrixShape,
): Partial<Record<MatrixField, string>> {
  const roles = new Set(columns.map(({ role }) => role));
  if (roles.has('observation')) for (const role of ['decision', 'reason'] as const) roles.add(role);
  return Object.fromEntries(Object.entries(fields).filter(([id]) => roles.has(id as MatrixField)));
}

function aboutCells(
  { row, note, response, disclosure }: ListedInput,
  context: MatrixContext,
): Partial<Record<MatrixRole, string>> {
  const { places, prints, workspace } = context;
  const { question } = row;
  const told = disclosure.reason ? (response?.entry.passages ?? []) : [];
  const { acknowledged } = note.frontMatter;
  const { language } = workspace.process;
  return {
    contributor: row.from ?? '',
    ...(row.date !== undefined && { received: row.date }),
    ...(disclosure.occasion && acknowledged !== undefined && { acknowledged }),
    ...(question !== undefined && { where: askedAbout(question, note, context) }),
    paragraphs: told.map((id) => placeWords(id, places, language)).join(SEPARATOR),
    state: disclosure.reason ? responseState(response, prints) : response === undefined ? 'unanswered' : 'answered',
  };
}

/** Characters of a question that are shown. */
const QUESTION = 160;

/** The section or passage of the draft, or the question, that an input stands under. */
function askedAbout(id: string, { frontMatter }: ConsultationNote, { workspace, places }: MatrixContext): string {
  if (places.has(id)) return placeWords(id, places, workspace.process.language);
  const asked = workspace.questionnaires.filter((one) => one.id === frontMatter.questionnaire);
  const label = asked.flatMap(({ questions }) => questions).find((question) => question.id === id)?.text;
  if (label === undefined) return id;
  return label.length <= QUESTION ? label : `${label.slice(0, QUESTION)}…`;
}

function decisionWords(decision: string | undefined, { decisions }: MatrixShape): string {
  return decision === undefined ? '' : (decisions[decision as keyof typeof decisions] ?? decision);
}

function reactionWords(reaction: string, { reactions }: MatrixShape): string {
  return reactions[reaction as keyof typeof reactions] ?? reaction;
}
