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
  const named = findInFileName(file).length > 0 ? [inName(file)] : [];
  return [...named, ...placesIn(source, findForReview(source))];
}

/**
 * Places of a file of inputs, one JSON object in a line, that a person has to look at: those in the words of answers.
 *
 * @param source Whole text of the file.
 */
export function shardReviewPlaces(source: string): readonly ReviewPlace[] {
  const found = findForReview(source.split('\n').map(answerOnly).join('\n'));
  return placesIn(source, found);
}

const ANSWER = /^(.*?"text":\s*")((?:[^"\\]|\\.)*)(.*)$/u;

/** A line of the same length in which only the answer is left, so that offsets hold. */
function answerOnly(line: string): string {
  const [, head = '', words = '', tail = ''] = ANSWER.exec(line) ?? ['', line];
  const plain = words
    .replace(/\\(?:u[0-9a-f]{4}|.)/giu, (sign) => (sign === '\\n' ? ' \n' : ' '.repeat(sign.length)))
    // What would be markup in a note is what somebody typed here.
    .replace(/[{}<`#^]/gu, ' ');
  return ' '.repeat(head.length) + plain + ' '.repeat(tail.length);
}

function placesIn(source: string, found: ReturnType<typeof findForReview>): readonly ReviewPlace[] {
  if (found.length === 0) return [];
  const lines = sourceLines(source);
  return found.map(({ kind, start, end }) => {
    const { line, column } = pointAt(lines, start);
    return { kind, start, end, line, column, words: reviewWords(source.slice(start, end)) };
  });
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
