/** Which paragraph of the text that was sent each paragraph of a reviewed copy is. */
import { diff } from 'fast-myers-diff';
import { inkOf } from './review-offsets.ts';

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

/** Pairs that are compared at the most in one gap: in larger ones only paragraphs near one another. */
const MOST_PAIRS = 200_000;

/** Paragraphs in the same order that are more alike than not. */
function pairGap(
  [from, to]: readonly [number, number],
  [newFrom, newTo]: readonly [number, number],
  { a, b, pairs }: Gap,
): void {
  const window = Math.max(10, Math.floor(MOST_PAIRS / Math.max(1, newTo - newFrom)));
  const known = new Map<number, ReadonlySet<string>>();
  const gramsHere = (base: number): ReadonlySet<string> => {
    const own = known.get(base) ?? gramsOf(a[base] ?? '');
    known.set(base, own);
    return own;
  };
  let at = from;
  for (let own = newFrom; own < newTo && at < to; own += 1) {
    if ((b[own] ?? '') === '') continue;
    const grams = gramsOf(b[own] ?? '');
    for (let base = at; base < Math.min(to, at + window); base += 1) {
      if ((a[base] ?? '') === '' || !isAlike(gramsHere(base), grams)) continue;
      pairs.set(own, base);
      at = base + 1;
      break;
    }
  }
}

/** Every three letters that stand beside one another. */
function gramsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  // What differs so much in length can't have enough in common.
  if ((2 * Math.min(a.size, b.size)) / (a.size + b.size) < ALIKE) return false;
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return (2 * common) / (a.size + b.size) >= ALIKE;
}
