/** Which paragraph of the text that was sent each paragraph of a reviewed copy is. */
import { diff } from 'fast-myers-diff';
import { inkOf } from './review-edits.ts';

/** Share of a text that must stand in both. */
const ALIKE = 0.6;

/**
 * Pairs paragraphs by their words, then those in the same order that are more alike than not.
 *
 * @param sent Words of each paragraph that was sent.
 * @param returned Words of each paragraph as the copy says it was sent.
 * @returns For each of the copy's the number of the base's.
 */
export function pairParagraphs(sent: readonly string[], returned: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const [a, b] = [sent.map(inkOf), returned.map(inkOf)];
  let [i, j] = [0, 0];
  for (const [from, to, newFrom, newTo] of [...diff(a, b), [a.length, a.length, b.length, b.length] as const]) {
    for (; i < from && j < newFrom; i += 1, j += 1) pairs.set(j, i);
    pairGap([from, to], [newFrom, newTo], { a, b, pairs });
    [i, j] = [to, newTo];
  }
  return pairs;
}

interface Gap {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly pairs: Map<number, number>;
}

/** Paragraphs in the same order that are more alike than not. */
function pairGap(
  [from, to]: readonly [number, number],
  [newFrom, newTo]: readonly [number, number],
  { a, b, pairs }: Gap,
): void {
  let at = from;
  for (let own = newFrom; own < newTo; own += 1) {
    if ((b[own] ?? '') === '') continue;
    for (let base = at; base < to; base += 1) {
      if (!isAlike(a[base] ?? '', b[own] ?? '')) continue;
      pairs.set(own, base);
      at = base + 1;
      break;
    }
  }
}

function isAlike(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  const grams = (text: string) =>
    new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
  const [a, b] = [grams(one), grams(other)];
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return (2 * common) / (a.size + b.size) >= ALIKE;
}
