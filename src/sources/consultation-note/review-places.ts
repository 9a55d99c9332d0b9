import type { ReviewPlace } from '../../model/consultation-note.ts';
import { findForReview } from '../../text/detect/review.ts';
import { fold } from '../../text/detect/review-span.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { pointAt, sourceLines } from '../../text/source-lines.ts';

/**
 * Places of a text that a person has to look at, with a hash in the place of the words.
 *
 * @param source Whole text of the file.
 */
export function reviewPlaces(source: string): readonly ReviewPlace[] {
  const found = findForReview(source);
  if (found.length === 0) return [];
  const lines = sourceLines(source);
  return found.map(({ kind, start, end }) => {
    const { line, column } = pointAt(lines, start);
    return { kind, start, end, line, column, words: reviewWords(source.slice(start, end)) };
  });
}

/**
 * Hash of words under review; case, diacritics and spaces make no difference.
 *
 * @param words As they stand in the file.
 */
export function reviewWords(words: string): string {
  return contentHash(fold(words).replace(/\s+/gu, ' ').trim()).slice(0, 32);
}
