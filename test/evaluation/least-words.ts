import { diff } from 'fast-myers-diff';
import type { Entry } from './types.ts';

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;
// Above this product of lengths the exact number would take seconds; such passages are left out of the count.
const LARGEST_AREA = 100_000_000;

/** The words of a text, one sign each where a script has no spaces. */
export function wordsIn(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** How few words must be deleted and inserted to make one text of the other. */
export function leastChanged(from: readonly string[], to: readonly string[]): number {
  let changed = 0;
  for (const [aStart, aEnd, bStart, bEnd] of diff(from, to)) changed += aEnd - aStart + bEnd - bStart;
  return changed;
}

/** Changed words as an entry marks them, and the least possible. */
export function changedWords({ words }: Entry): { marked: number; least: number } {
  const of = (...kinds: string[]) =>
    wordsIn(words.flatMap(({ kind, text }) => (kinds.includes(kind) ? text : [])).join(''));
  const [from, to] = [of('kept', 'deleted'), of('kept', 'inserted')];
  if (from.length * to.length > LARGEST_AREA) return { marked: 0, least: 0 };
  const marked = words.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? 0 : wordsIn(text).length), 0);
  return { marked, least: leastChanged(from, to) };
}
