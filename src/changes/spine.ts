import type { Corpus } from './corpus.ts';
import { type Links, linkedPairs } from './links.ts';

/** The links that keep their order; every other link is a move. */
export interface Spine {
  readonly pairs: readonly (readonly [number, number])[];
  readonly isOn: (from: number) => boolean;
}

/** Best total so far over a prefix, with the pair that reached it (a Fenwick tree of maxima). */
function prefixMaxima(size: number) {
  const totals = new Float64Array(size + 1);
  const holders = new Int32Array(size + 1).fill(-1);
  return {
    best: (end: number): { total: number; holder: number } => {
      let total = 0;
      let holder = -1;
      for (let index = end; index > 0; index -= index & -index) {
        if ((totals[index] ?? 0) > total) [total, holder] = [totals[index] ?? 0, holders[index] ?? -1];
      }
      return { total, holder };
    },
    raise: (position: number, total: number, holder: number): void => {
      for (let index = position + 1; index <= size; index += index & -index) {
        if (total > (totals[index] ?? 0)) [totals[index], holders[index]] = [total, holder];
      }
    },
  };
}

/**
 * The heaviest selection of pairs that rise on both sides.
 *
 * @param pairs pairs in rising order of their first member
 * @param weightOf how much a pair counts
 */
export function heaviestRising(
  pairs: readonly (readonly [number, number])[],
  weightOf: (from: number, to: number) => number,
): (readonly [number, number])[] {
  const size = pairs.reduce((largest, [, to]) => Math.max(largest, to + 1), 0);
  const before = new Int32Array(pairs.length).fill(-1);
  const maxima = prefixMaxima(size);
  pairs.forEach(([from, to], index) => {
    const { total, holder } = maxima.best(to);
    before[index] = holder;
    maxima.raise(to, total + weightOf(from, to), index);
  });
  const kept: (readonly [number, number])[] = [];
  for (let index = maxima.best(size).holder; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) kept.push(pair);
  }
  return kept.reverse();
}

// Readers count passages that moved, not words; words only decide between runs of as many.
const WORD_WEIGHT = 0.02;
// Of two runs that crossed, the one that went to another file has moved, be it the longer one.
const SAME_FILE = 4;

/**
 * The heaviest set of links that do not cross: what stays put when as few passages as possible are said to have moved.
 *
 * @param corpus both stages
 * @param links all links
 */
export function findSpine(corpus: Corpus, links: Links): Spine {
  const weightOf = (from: number, to: number) => {
    const [before, after] = [corpus.from.passages[from], corpus.to.passages[to]];
    const stayed = before?.ref.file === after?.ref.file ? SAME_FILE : 1;
    return stayed * (1 + WORD_WEIGHT * Math.min(before?.words ?? 0, after?.words ?? 0));
  };
  const pairs = heaviestRising(linkedPairs(links), weightOf);
  const froms = new Set(pairs.map(([from]) => from));
  return { pairs, isOn: (from) => froms.has(from) };
}

/** A stretch of both stages between two neighbouring links of the spine. */
export interface Gap {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The free passages of each stretch between links of the spine; stretches without any on either side left out. */
export function findGaps(links: Links, spine: Spine): Gap[] {
  const gaps: Gap[] = [];
  const ends: (readonly [number, number])[] = [...spine.pairs, [links.to.length, links.from.length]];
  let [nextFrom, nextTo] = [0, 0];
  for (const [from, to] of ends) {
    const gap: Gap = { from: freeBetween(links.to, nextFrom, from), to: freeBetween(links.from, nextTo, to) };
    if (gap.from.length > 0 && gap.to.length > 0) gaps.push(gap);
    [nextFrom, nextTo] = [from + 1, to + 1];
  }
  return gaps;
}

function freeBetween(linked: Int32Array, start: number, end: number): number[] {
  const free: number[] = [];
  for (let index = start; index < end; index += 1) if (linked[index] === -1) free.push(index);
  return free;
}
