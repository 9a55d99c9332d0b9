/** Which passages of a draft an input is likely about: by its words first, with the section it names as one hint among others. */

import { nearWords, quotedPieces } from './near-words.ts';
import type { PassageIndex } from './passage-index.ts';
import { type StatedIn, statedPlaces } from './stated-place.ts';
import { counted } from './text-index.ts';

export { type IndexedPassage, type PassageIndex, passageIndex } from './passage-index.ts';

/** A passage that may be meant. */
export interface LikelyPassage {
  readonly id: string;
  /** Higher is likelier; comparable within one answer only. */
  readonly score: number;
}

/** What each hint weighs against the words of the passage itself. */
const WEIGHTS = { titles: 0.8, quoted: 1.5, phrase: 1, stated: 0.5 };
/** Quoted pieces of fewer words say little by being found. */
const PHRASE = 2;

/**
 * Ranks the passages that some words are likely about.
 *
 * @param input The words, or the words with what else names a place: the heading they stand under, a section of the draft.
 * @param index The passages of the draft.
 * @param limit How many to give; all that score where absent.
 * @returns Best first; of equal ones the earlier.
 */
export function likelyPassages(
  input: string | StatedIn,
  index: PassageIndex,
  limit = Number.POSITIVE_INFINITY,
): readonly LikelyPassage[] {
  const stated: StatedIn = typeof input === 'string' ? { text: input } : input;
  const words = queryOf(stated);
  const scores = index.words.scores(words);
  for (const [place, score] of index.titles.scores(words)) {
    scores.set(place, (scores.get(place) ?? 0) + WEIGHTS.titles * score);
  }
  addPhrases(scores, stated.text, index);
  addStated(scores, stated, index);
  return [...scores]
    .map(([place, score]) => ({ place, score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, limit)
    .flatMap(({ place, score }) => {
      const id = index.passages[place]?.id;
      return id === undefined ? [] : [{ id, score }];
    });
}

/** Each word once, a little more where it is repeated, and more where it stands in quotation marks. */
function queryOf({ text, heading }: StatedIn): ReadonlyMap<string, number> {
  const query = new Map<string, number>();
  for (const [word, count] of counted(nearWords(`${heading ?? ''} ${text}`))) query.set(word, 1 + Math.log(count));
  for (const word of new Set(quotedPieces(text).flatMap(nearWords))) {
    query.set(word, (query.get(word) ?? 0) + WEIGHTS.quoted - 1);
  }
  return query;
}

/** Whoever quotes the draft means the passage that has just these words. */
function addPhrases(scores: Map<number, number>, text: string, { passages, words }: PassageIndex): void {
  for (const piece of quotedPieces(text)) {
    const phrase = nearWords(piece);
    if (phrase.length < PHRASE) continue;
    const joined = ` ${phrase.join(' ')} `;
    const bonus = WEIGHTS.phrase * phrase.reduce((sum, word) => sum + words.weightOf(word), 0);
    for (const [place, passage] of passages.entries()) {
      if (passage.joined.includes(joined)) scores.set(place, (scores.get(place) ?? 0) + bonus);
    }
  }
}

/** The place that was named counts as a part of what the best words do: people name the wrong one every other time. */
function addStated(scores: Map<number, number>, stated: StatedIn, index: PassageIndex): void {
  const placeOf = statedPlaces(stated, index);
  let best = 0;
  for (const score of scores.values()) best = Math.max(best, score);
  for (const [place, passage] of index.passages.entries()) {
    const near = placeOf(passage);
    if (near > 0) scores.set(place, (scores.get(place) ?? 0) + WEIGHTS.stated * near * Math.max(best, 1));
  }
}
