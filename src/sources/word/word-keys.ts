/** When the words of two paragraphs are the same, and how alike they are where they are not. */
import { splitWords } from '../../text/words.ts';

/**
 * Words in a form in which white space and the shapes of quotes and dashes, which programs change on their own, make no difference.
 *
 * @param words Words of a paragraph.
 */
export function plainKey(words: string): string {
  return words
    .normalize('NFC')
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replaceAll(/[‘’‚ʼ`´]/gu, "'")
    .replaceAll(/[“”„«»]/gu, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Words of a text with how often each stands in it. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Counts the words of a text. */
export function bagOf(text: string): WordBag {
  const counts = new Map<string, number>();
  const words = splitWords(text.toLowerCase());
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** How many words two texts have in common. */
export function shared(one: WordBag, other: WordBag): number {
  const [small, large] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, count] of small.counts) common += Math.min(count, large.counts.get(word) ?? 0);
  return common;
}

/** Share of words that two texts have in common, from 0 to 1. */
export function likeness(one: WordBag, other: WordBag): number {
  return one.size + other.size === 0 ? 1 : (2 * shared(one, other)) / (one.size + other.size);
}

/** Share of the words of the shorter text that both have: one may be a part of the other. */
export function overlap(one: WordBag, other: WordBag): number {
  const least = Math.min(one.size, other.size);
  return least === 0 ? 1 : shared(one, other) / least;
}
