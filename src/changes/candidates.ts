import { type Corpus, likeness, type Side } from './corpus.ts';
import { areKindred } from './passages.ts';
import type { Gap } from './spine.ts';

/** Passages of one stage by the words and word pairs they hold. */
export interface FeatureIndex {
  readonly holders: ReadonlyMap<number, readonly number[]>;
}

// A word that stands in more passages than this tells nothing about which one is meant.
const WIDEST_SPREAD = 60;
// What was a row of a table and is text now, or the other way round, has to say nearly the same.
const LIKE_A_ROW = 0.5;
const FEWEST_WORDS_OF_ROW = 2;
// Best candidates looked at closely, for each passage.
const MOST_CANDIDATES = 6;

/**
 * Indexes passages by their rarer features.
 *
 * @param corpus both stages
 * @param side the stage to index
 * @param members which of its passages
 * @param wanted which features will be asked for, with 1 for each; all where it is left out
 */
export function indexFeatures(
  corpus: Corpus,
  side: Side,
  members: readonly number[],
  wanted?: Uint8Array,
): FeatureIndex {
  const holders = new Map<number, number[]>();
  for (const member of members) {
    for (const feature of side.features[member] ?? []) {
      if ((corpus.spread[feature] ?? 0) > WIDEST_SPREAD || wanted?.[feature] === 0) continue;
      const list = holders.get(feature);
      if (list) list.push(member);
      else holders.set(feature, [member]);
    }
  }
  return { holders };
}

/** Indexed passages that share most with some features, best first. */
export function nearestHolders(corpus: Corpus, index: FeatureIndex, features: Int32Array): number[] {
  const shared = new Map<number, number>();
  for (const feature of features) {
    const weight = corpus.rarity[feature] ?? 0;
    for (const holder of index.holders.get(feature) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + weight);
  }
  const ranked = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked.slice(0, MOST_CANDIDATES).map(([holder]) => holder);
}

/** A possible link and how good it is. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly likeness: number;
  /** True where both stand in one stretch between passages that kept their places. */
  readonly inPlace: boolean;
}

/** Where passages are free: the stretch each stands in, and where it would stand in the other stage. */
export interface Stretches {
  readonly gapOfFrom: Int32Array;
  readonly gapOfTo: Int32Array;
  /** Place in the later stage that a place of the earlier one corresponds to, going by its stretch. */
  readonly expected: Float64Array;
}

/** For each passage of a side the number of the gap it is free in; -1 where it is in none. */
function gapNumbers(gaps: readonly Gap[], side: 'from' | 'to', size: number): Int32Array {
  const numbers = new Int32Array(size).fill(-1);
  gaps.forEach((gap, number) => {
    for (const index of gap[side]) numbers[index] = number;
  });
  return numbers;
}

/** Says of each free passage in which stretch it stands. */
export function readStretches(gaps: readonly Gap[], sizes: { from: number; to: number }): Stretches {
  const expected = new Float64Array(sizes.from).fill(-1);
  for (const { from, to } of gaps) {
    from.forEach((index, place) => {
      expected[index] = to[Math.round((place / from.length) * (to.length - 1))] ?? -1;
    });
  }
  return { gapOfFrom: gapNumbers(gaps, 'from', sizes.from), gapOfTo: gapNumbers(gaps, 'to', sizes.to), expected };
}

/** What the passages of an index share with one passage; one table serves for all, since most share nothing. */
interface Shares {
  readonly weights: Float64Array;
  readonly holders: number[];
}

function addShares(shares: Shares, corpus: Corpus, index: FeatureIndex, features: Int32Array): void {
  const { weights, holders } = shares;
  for (const holder of holders) weights[holder] = -1;
  holders.length = 0;
  for (const feature of features) {
    const weight = corpus.rarity[feature] ?? 0;
    for (const holder of index.holders.get(feature) ?? []) {
      const before = weights[holder] ?? -1;
      if (before < 0) holders.push(holder);
      weights[holder] = Math.max(before, 0) + weight;
    }
  }
}

/** The first few in an order, sorted: all that is asked for of a list that may be long. */
function firstOf(list: readonly number[], most: number, inOrder: (a: number, b: number) => number): number[] {
  const first: number[] = [];
  for (const value of list) {
    const last = first[most - 1];
    if (last !== undefined && inOrder(value, last) >= 0) continue;
    if (last !== undefined) first.pop();
    let at = first.length;
    while (at > 0 && inOrder(value, first[at - 1] ?? value) < 0) at -= 1;
    first.splice(at, 0, value);
  }
  return first;
}

/** The best holders anywhere, and the best in the passage's own stretch; of equals those nearest to where it stood. */
function likelyHolders({ weights, holders }: Shares, from: number, stretches: Stretches): number[] {
  const { gapOfFrom, gapOfTo, expected } = stretches;
  const [gap, place] = [gapOfFrom[from] ?? -1, expected[from] ?? -1];
  const inOrder = (a: number, b: number) =>
    (weights[b] ?? 0) - (weights[a] ?? 0) || Math.abs(a - place) - Math.abs(b - place) || a - b;
  const anywhere = firstOf(holders, MOST_CANDIDATES, inOrder);
  if (gap < 0 || holders.length === anywhere.length) return anywhere;
  const near = holders.filter((holder) => gapOfTo[holder] === gap && !anywhere.includes(holder));
  return [...anywhere, ...firstOf(near, MOST_CANDIDATES, inOrder)];
}

/**
 * Possible links between free passages, found through the words they share.
 *
 * @param corpus both stages
 * @param free passages of each stage that are not linked
 * @param stretches where they stand
 */
export function findCandidates(
  corpus: Corpus,
  free: { readonly from: readonly number[]; readonly to: readonly number[] },
  stretches: Stretches,
): Candidate[] {
  const index = indexFeatures(corpus, corpus.to, free.to);
  const shares: Shares = { weights: new Float64Array(corpus.to.passages.length).fill(-1), holders: [] };
  const candidates: Candidate[] = [];
  for (const from of free.from) {
    addShares(shares, corpus, index, corpus.from.features[from] ?? new Int32Array());
    for (const to of likelyHolders(shares, from, stretches)) {
      const candidate = judge(corpus, from, to, stretches);
      if (candidate) candidates.push(candidate);
    }
  }
  return candidates;
}

/** Judges one pair; undefined where the two can't be one passage. */
export function judge(corpus: Corpus, from: number, to: number, stretches: Stretches): Candidate | undefined {
  const [a, b] = [corpus.from.passages[from], corpus.to.passages[to]];
  if (!a || !b || !areKindred(a, b)) return undefined;
  const gap = stretches.gapOfFrom[from] ?? -1;
  const alike = likeness(corpus, from, to);
  if (a.family !== b.family && (alike < LIKE_A_ROW || Math.min(a.words, b.words) < FEWEST_WORDS_OF_ROW))
    return undefined;
  return { from, to, likeness: alike, inPlace: gap >= 0 && gap === stretches.gapOfTo[to] };
}
