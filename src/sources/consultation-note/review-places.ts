import type { ReviewPlace } from '../../model/consultation-note.ts';
import { findForReview, findInFileName } from '../../text/detect/review.ts';
import { fold } from '../../text/detect/review-span.ts';
import { contentHash } from '../../text/fingerprint.ts';
import { pointAt, sourceLines } from '../../text/source-lines.ts';

/**
 * Places of a text that a person has to look at, with a hash in the place of the words.
 *
 * @param source Whole text of the file.
 * @param file Its path; the name of a file can name somebody too.
 */
export function reviewPlaces(source: string, file: string): readonly ReviewPlace[] {
  const found = findForReview(source);
  const named = findInFileName(file).length > 0 ? [inName(file)] : [];
  if (found.length === 0) return named;
  const lines = sourceLines(source);
  const inText = found.map(({ kind, start, end }) => {
    const { line, column } = pointAt(lines, start);
    return { kind, start, end, line, column, words: reviewWords(source.slice(start, end)) };
  });
  return [...named, ...inText];
}

/** The name of a file stands at its head, and takes no room there. */
function inName(file: string): ReviewPlace {
  return { kind: 'file-name', start: 0, end: 0, line: 1, column: 1, words: reviewWords(file) };
}

/**
 * Hash of words under review; case, diacritics and spaces make no difference.
 *
 * @param words As they stand in the file.
 */
export function reviewWords(words: string): string {
  return contentHash(fold(words).replace(/\s+/gu, ' ').trim()).slice(0, 32);
}
