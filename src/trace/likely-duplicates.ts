/** Which other inputs make the same point: nearly the same words, or the same telling ones. */
import { nearIdentical } from './near-duplicates.ts';
import { nearWords } from './near-words.ts';
import { counted, type TextIndex, textIndex } from './text-index.ts';

/** An input to compare with others. */
export interface ComparedInput {
  readonly ref: string;
  readonly text: string;
}

/** An input that may make the same point. */
export interface LikelyDuplicate {
  readonly ref: string;
  /** Share of the telling words of the input asked about that it has too: 1 where it has all of them. */
  readonly score: number;
  /** Whether it says nearly the same in nearly the same words. */
  readonly identical: boolean;
}

/** Inputs, ready to be asked which of them say the same. */
export interface DuplicateIndex {
  readonly inputs: readonly ComparedInput[];
  readonly places: ReadonlyMap<string, number>;
  readonly words: TextIndex;
  /** Refs that say nearly the same, by each of them. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** Under this share, two inputs have a subject in common at most. */
const SAME_POINT = 0.3;

/** Indexes inputs by what they say. */
export function duplicateIndex(inputs: readonly ComparedInput[]): DuplicateIndex {
  const groups = new Map<string, readonly string[]>();
  for (const group of nearIdentical(inputs.map(({ ref, text }) => ({ id: ref, text })))) {
    for (const ref of group) groups.set(ref, group);
  }
  return {
    inputs,
    places: new Map(inputs.map(({ ref }, place) => [ref, place])),
    words: textIndex(inputs.map(({ text }) => nearWords(text))),
    groups,
  };
}

/** Refs of the inputs that say nearly the same as one, in order; without it. */
export function identicalInputs(ref: string, { groups }: DuplicateIndex): readonly string[] {
  return (groups.get(ref) ?? []).filter((other) => other !== ref);
}

/**
 * Ranks the inputs that likely make the same point as one.
 *
 * @param ref The input.
 * @param index All inputs, it among them.
 * @param limit How many to give.
 * @returns Those in nearly the same words first, then the likest; of equal ones the earlier.
 */
export function likelyDuplicates(ref: string, index: DuplicateIndex, limit = 5): readonly LikelyDuplicate[] {
  const place = index.places.get(ref);
  const own = place === undefined ? undefined : index.inputs[place];
  if (own === undefined) return [];
  const words = new Map([...counted(nearWords(own.text))].map(([word]) => [word, 1]));
  const scores = index.words.scores(words);
  const full = scores.get(place ?? -1) ?? 0;
  const same = new Set(identicalInputs(ref, index));
  const ranked = [...scores]
    .map(([other, score]) => ({ place: other, score: full === 0 ? 0 : Math.min(1, score / full) }))
    .filter((one) => one.place !== place && (one.score >= SAME_POINT || same.has(index.inputs[one.place]?.ref ?? '')))
    .map((one) => ({ ...one, ref: index.inputs[one.place]?.ref ?? '' }))
    .map((one) => ({ ...one, identical: same.has(one.ref) }));
  ranked.sort((a, b) => Number(b.identical) - Number(a.identical) || b.score - a.score || a.place - b.place);
  return ranked.slice(0, limit).map(({ ref: other, score, identical }) => ({ ref: other, score, identical }));
}
