/** Offsets of something found in a text. */
export interface Span {
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
}

/** A cue word, what may stand between it and the datum, and the datum itself. */
export interface CuedPattern {
  readonly cues: readonly string[];
  /** Whether a cue in Latin or Cyrillic script counts only where the word ends with it. */
  readonly whole?: boolean;
  /** Source of a pattern for words between; none if absent. */
  readonly between?: string;
  /** Source of a pattern for the datum. */
  readonly datum: string;
}

const WORD_ENDS = String.raw`(?!(?<=[\p{Script=Latin}\p{Script=Cyrillic}])[\p{Script=Latin}\p{Script=Cyrillic}])`;

/**
 * A pattern for what a cue word announces; the datum is its named group.
 *
 * @param pattern Cue words as plain text, and patterns for the rest.
 */
export function cued({ cues, whole = false, between = '', datum }: CuedPattern): RegExp {
  const end = whole ? WORD_ENDS : '';
  // Behind "^" stands an id that a program gave.
  const cue = `(?<![\\p{L}\\p{N}_/^-])(?:${cues.map(escapePattern).join('|')})${end}`;
  return new RegExp(`${cue}[ \\u00a0.:：#*_()=–-]{0,6}${between}[ \\u00a0.:：#*_(=–-]{0,4}(?<datum>${datum})`, 'giud');
}

/** Plain text as a pattern that finds it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/**
 * Places of a pattern in a text: those of its group `datum` where it has one.
 *
 * @param pattern With the flags `g` and `d`.
 */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.groups?.datum ?? [match.index, match.index + match[0].length];
    return { start, end };
  });
}

/**
 * Spans in order, without those that overlap an earlier one; of two that begin together the longer one stays.
 *
 * @param spans In any order.
 */
export function withoutOverlaps<One extends Span>(spans: readonly One[]): readonly One[] {
  const kept: One[] = [];
  for (const one of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
