import { RESPONSE_DECISIONS } from '../../model/vocabulary.ts';
import type { InputFilter } from '../../trace/input-list.ts';
import { type MatrixContext, type MatrixInput, matrixInputs } from '../../trace/matrix/rows.ts';
import type { PassagePlace } from '../../trace/passage-places.ts';

/** What the matrix can be arranged by. */
export const MATRIX_ORDERS = ['section', 'contributor', 'round'] as const;
/** What the matrix is arranged by. */
export type MatrixOrder = (typeof MATRIX_ORDERS)[number];

/** What the caller chose. */
export interface MatrixOptions {
  /** By section unless said. */
  readonly by?: MatrixOrder;
  readonly filter?: InputFilter;
}

/** What a report of the matrix is made from. */
export interface MatrixReportContext extends MatrixContext {
  /** ISO date that the report carries. */
  readonly date: string;
}

/** What the contributor says to an answer; `none` where nothing is recorded, or it may not be told. */
export type ReactionColumn = 'satisfied' | 'not-satisfied' | 'no-reply' | 'none';

/** An input of the matrix, as its readers may see it; what may not be told is absent. */
export interface MatrixEntry {
  readonly ref: string;
  readonly round: string;
  readonly contributor?: string;
  readonly kinds: readonly string[];
  readonly codes: readonly string[];
  readonly text: string;
  readonly change?: string;
  /** Id of the question or section it stands under. */
  readonly about?: string;
  readonly decision?: string;
  readonly reason?: string;
  readonly passages?: readonly string[];
  readonly 'duplicate-of'?: string;
  readonly 'deferred-to'?: string;
  readonly by?: string;
  readonly date?: string;
  readonly reaction?: string;
}

/** Inputs that belong together. */
export interface MatrixGroup {
  /** Title of the section, name of the contributor or id of the round; absent where there is none. */
  readonly title?: string;
  readonly inputs: readonly MatrixEntry[];
}

/** Decisions against reactions; `open` counts inputs without a response. */
export type MatrixCounts = Readonly<Record<string, Readonly<Record<ReactionColumn, number>>>>;

/** The data of the report. */
export interface MatrixData {
  readonly by: MatrixOrder;
  readonly inputs: number;
  readonly answered: number;
  readonly counts: MatrixCounts;
  readonly groups: readonly MatrixGroup[];
}

/**
 * Gathers the matrix.
 *
 * @param context Workspace, readers and text.
 * @param options Order and filters.
 */
export function matrixData(context: MatrixReportContext, { by = 'section', filter = {} }: MatrixOptions): MatrixData {
  const groups = new Map<string, { order: number; title: string | undefined; inputs: MatrixEntry[] }>();
  const counts = emptyCounts();
  let inputs = 0;
  for (const input of matrixInputs(context, filter)) {
    const entry = entryOf(input);
    const { title, order } = groupOf(entry, by, context);
    const group = groups.get(title ?? '') ?? { order, title, inputs: [] };
    group.inputs.push(entry);
    groups.set(title ?? '', group);
    count(counts, entry);
    inputs += 1;
  }
  // Equal orders keep the order in which they were met.
  const sorted = [...groups.values()].sort((one, other) => one.order - other.order);
  return {
    by,
    inputs,
    answered: inputs - Object.values(counts.open ?? {}).reduce((sum, number) => sum + number, 0),
    counts,
    groups: sorted.map(({ title, inputs: members }) => ({ ...(title !== undefined && { title }), inputs: members })),
  };
}

function emptyCounts(): Record<string, Record<ReactionColumn, number>> {
  return Object.fromEntries(
    [...RESPONSE_DECISIONS, 'open'].map((name) => [name, { satisfied: 0, 'not-satisfied': 0, 'no-reply': 0, none: 0 }]),
  );
}

function count(counts: Record<string, Record<ReactionColumn, number>>, { decision, reaction }: MatrixEntry): void {
  const line = counts[decision ?? 'open'];
  if (line !== undefined) line[(reaction ?? 'none') as ReactionColumn] += 1;
}

function entryOf({ listed, comment, parts, fields }: MatrixInput): MatrixEntry {
  const { row, disclosure, response } = listed;
  const { decision, reason, by, date, reaction } = fields;
  return {
    ref: row.ref,
    round: row.round,
    ...(row.from !== undefined && { contributor: row.from }),
    kinds: row.kinds,
    codes: row.codes,
    text: comment,
    ...(parts.change !== undefined && { change: parts.change }),
    ...(row.question !== undefined && { about: row.question }),
    ...(decision !== undefined && { decision }),
    ...(reason !== undefined && { reason }),
    ...(disclosure.reason && response !== undefined && { passages: response.entry.passages ?? [] }),
    ...(fields['duplicate-of'] !== undefined && { 'duplicate-of': fields['duplicate-of'] }),
    ...(fields['deferred-to'] !== undefined && { 'deferred-to': fields['deferred-to'] }),
    ...(by !== undefined && { by }),
    ...(date !== undefined && { date }),
    ...(reaction !== undefined && { reaction }),
  };
}

/** Where an input is put, and its place among the others; what has no place comes last. */
function groupOf(
  entry: MatrixEntry,
  by: MatrixOrder,
  { places, workspace }: MatrixReportContext,
): { readonly title: string | undefined; readonly order: number } {
  if (by === 'contributor') {
    return { title: entry.contributor, order: entry.contributor === undefined ? Number.MAX_SAFE_INTEGER : 0 };
  }
  if (by === 'round') {
    const rounds = workspace.process.rounds ?? [];
    const index = rounds.findIndex(({ id }) => id === entry.round);
    const title = rounds[index]?.title ?? entry.round;
    return { title: title === '' ? undefined : title, order: index === -1 ? Number.MAX_SAFE_INTEGER : index };
  }
  const place = placeOf(entry, places);
  return { title: place?.section, order: place?.sectionOrder ?? Number.MAX_SAFE_INTEGER };
}

/** An input belongs to the section where it was answered, else to the one it is about. */
function placeOf(
  { passages = [], about }: MatrixEntry,
  places: ReadonlyMap<string, PassagePlace>,
): PassagePlace | undefined {
  for (const id of about === undefined ? passages : [...passages, about]) {
    const place = places.get(id);
    if (place !== undefined) return place;
  }
  return undefined;
}
