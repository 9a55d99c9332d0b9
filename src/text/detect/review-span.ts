import type { Span } from './cued.ts';

/** What a person has to look at, since no rule can tell. */
export type ReviewKind = 'name' | 'disclosure' | 'place' | 'rare-combination';

/** A place that a person has to look at. */
export interface ReviewSpan extends Span {
  readonly kind: ReviewKind;
}

/** A text in lower case without diacritics, so that `Éléonore` and `eleonore` are one. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase();
}

/** Spans of the group `datum` of each pattern. */
export function spansOfAll(text: string, patterns: readonly RegExp[], kind: ReviewKind): readonly ReviewSpan[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.groups?.datum ?? [match.index, match.index + match[0].length];
      return end > start ? [{ kind, start, end }] : [];
    }),
  );
}
