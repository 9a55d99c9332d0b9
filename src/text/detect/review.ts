import { withoutOverlaps } from './cued.ts';
import { disclosureSpans } from './disclosures.ts';
import { arabicNames } from './names-arabic.ts';
import { chineseNames } from './names-chinese.ts';
import { cyrillicNames } from './names-cyrillic.ts';
import { latinNames } from './names-latin.ts';
import { placeSpans } from './places.ts';
import { proseOf } from './prose.ts';
import { rareSpans } from './rare.ts';
import type { ReviewKind, ReviewSpan } from './review-span.ts';

/** What finds each kind. A disclosure may hold names of its own, so it is no reason to pass them over. */
const NAMED: readonly ((prose: string) => readonly ReviewSpan[])[] = [
  placeSpans,
  latinNames,
  cyrillicNames,
  arabicNames,
  chineseNames,
];

/**
 * Places of a text that a person has to look at: possible names, disclosures, camps, schools and villages, and words true
 * of few. No rule finds these surely, so none of them may block anything.
 *
 * @param text Markdown or plain text in any script.
 * @returns In order; of names and places no two overlap.
 */
export function findForReview(text: string): readonly ReviewSpan[] {
  const prose = proseOf(text);
  const named = withoutOverlaps(NAMED.flatMap((find) => find(prose)));
  const told = [...withoutOverlaps(disclosureSpans(prose)), ...withoutOverlaps(rareSpans(prose))];
  return [...named, ...told].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Possible names in the name of a file, where words are in small letters and joined.
 *
 * @param path Path of a file; its folders are not looked at.
 */
export function findInFileName(path: string): readonly ReviewKind[] {
  const stem = (path.split('/').at(-1) ?? path).replace(/\.[^.]+$/u, '');
  const words = stem.split(/[-_. \d]+/u).filter(Boolean);
  const written = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  const found = NAMED.flatMap((find) => find(written));
  return [...new Set(found.map(({ kind }) => kind))];
}
