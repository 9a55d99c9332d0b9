/** Words that stand for decisions and reactions in a matrix, and what people write in their place. */
import { MATRIX_SHAPES, type MatrixShape } from '../../model/matrix.ts';
import { REACTIONS, RESPONSE_DECISIONS, type ResponseDecision } from '../../model/vocabulary.ts';
import { nearest } from '../../text/nearest.ts';

type Reaction = (typeof REACTIONS)[number];

/** What else people and other bodies write; as {@link fold} has it. */
const DECISION_ALIASES: Readonly<Record<ResponseDecision, readonly string[]>> = {
  accepted: ['accept', 'agreed', 'agree', 'yes', 'accepte', 'aceptado', 'resolved', 'incorporated'],
  'accepted-in-part': [
    ...['accepted in principle', 'accept in part', 'partially accepted', 'partly accepted', 'accepted partially'],
    ...['accept with modification', 'accepted with modification', 'accepted with modifications', 'partial'],
    ...['accepte en partie', 'aceptado en parte', 'agreed in part'],
  ],
  noted: ['note', 'acknowledged', 'pris note', 'tomado nota'],
  'not-accepted': ['rejected', 'reject', 'declined', 'not agreed', 'no', 'invalid', 'non accepte', 'no aceptado'],
  'out-of-scope': ['outofscope', 'not in scope', 'hors champ', 'fuera de alcance'],
  duplicate: ['duplicated', 'dup', 'same as'],
  deferred: ['defer', 'postponed', 'reporte', 'aplazado'],
  withdrawn: ['retracted', 'retire', 'retirado'],
};

const REACTION_ALIASES: Readonly<Record<Reaction, readonly string[]>> = {
  satisfied: ['yes', 'accepted', 'agrees', 'satisfait', 'satisfecho'],
  'not-satisfied': ['no', 'unsatisfied', 'dissatisfied', 'objects', 'non satisfait', 'no satisfecho'],
  'no-reply': ['timed out', 'timeout', 'no response', 'no answer', 'sans reponse', 'sin respuesta'],
};

/** A word without case, accents, hyphens and marks at its end. */
function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const SHAPES: readonly MatrixShape[] = Object.values(MATRIX_SHAPES);
const DECISIONS = wordsFor<ResponseDecision>(RESPONSE_DECISIONS, (id) => [
  ...SHAPES.map(({ decisions }) => decisions[id]),
  ...DECISION_ALIASES[id],
]);
const REACTION_WORDS = wordsFor<Reaction>(REACTIONS, (id) => [
  ...SHAPES.map(({ reactions }) => reactions[id]),
  ...REACTION_ALIASES[id],
]);

function wordsFor<Id extends string>(
  ids: readonly Id[],
  named: (id: Id) => readonly string[],
): ReadonlyMap<string, Id> {
  return new Map(ids.flatMap((id) => [id, ...named(id)].map((word) => [fold(word), id] as const)));
}

/** A word as read: what it stands for, or what it was probably meant to be. */
export type ReadWord<Id> = { readonly id: Id } | { readonly near: Id | undefined };

/**
 * Reads a decision, in whatever shape's word.
 *
 * @param cell What was written.
 */
export function readDecision(cell: string): ReadWord<ResponseDecision> {
  return readWord(cell, DECISIONS, RESPONSE_DECISIONS);
}

/**
 * Reads the reaction of a contributor.
 *
 * @param cell What was written.
 */
export function readReaction(cell: string): ReadWord<Reaction> {
  return readWord(cell, REACTION_WORDS, REACTIONS);
}

function readWord<Id extends string>(cell: string, known: ReadonlyMap<string, Id>, ids: readonly Id[]): ReadWord<Id> {
  const id = known.get(fold(cell));
  if (id !== undefined) return { id };
  const near = nearest(cell.trim(), [...ids, ...known.keys()]);
  return { near: near === undefined ? undefined : known.get(fold(near)) };
}

/**
 * Writes a decision and its reason into one cell: `Accepted in part: the obligation now falls on programme design.`
 *
 * @param decision The word for it.
 * @param reason May be empty, where it is not told.
 */
export function writeObservation(decision: string, reason: string): string {
  if (decision === '') return reason;
  return reason === '' ? decision : `${decision}: ${reason}`;
}

/** The longest words first, so that `Accepted in part` is not taken for `Accepted`. */
const OPENINGS = [...DECISIONS.keys()]
  // One letter or a plain yes may begin any sentence.
  .filter((word) => word.length > 4 || word === 'note')
  .sort((one, other) => other.length - one.length || (one < other ? -1 : 1));

/**
 * Reads a cell that begins with a decision and goes on with its reason.
 *
 * @param cell What was written.
 * @returns Undefined where it does not begin with one.
 */
export function readObservation(cell: string): { readonly decision: string; readonly reason: string } | undefined {
  const text = cell.trim();
  const whole = /^([\p{L}\p{M}\s-]+?)\s*(?:[:;.,–—]\s*|\s-\s*|\n\s*|$)/u.exec(text);
  if (whole === null) return undefined;
  const words = fold(whole[1] ?? '');
  if (!OPENINGS.includes(words)) return undefined;
  const id = DECISIONS.get(words);
  return id === undefined ? undefined : { decision: id, reason: text.slice(whole[0].length).trim() };
}
