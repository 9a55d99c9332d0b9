import { type Corpus, likeness, type Side } from './corpus.ts';

/** Passages of one stage by the words and word pairs they hold. */
export interface FeatureIndex {
  readonly holders: ReadonlyMap<number, readonly number[]>;
}

// A word that stands in more passages than this tells nothing about which one is meant.
const WIDEST_SPREAD = 60;
// Best candidates looked at closely, for each passage.
const MOST_CANDIDATES = 6;

/**
 * Indexes passages by their rarer features.
 *
 * @param corpus both stages
 * @param side the stage to index
 * @param members which of its passages
 */
export function indexFeatures(corpus: Corpus, side: Side, members: readonly number[]): FeatureIndex {
  const holders = new Map<number, number[]>();
  for (const member of members) {
    for (const feature of side.features[member] ?? []) {
      if ((corpus.spread[feature] ?? 0) > WIDEST_SPREAD) continue;
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
}

/**
 * Possible links between free passages, found through the words they share.
 *
 * @param corpus both stages
 * @param earlier free passages of the earlier stage
 * @param later free passages of the later stage
 */
export function findCandidates(corpus: Corpus, earlier: readonly number[], later: readonly number[]): Candidate[] {
  const index = indexFeatures(corpus, corpus.to, later);
  const candidates: Candidate[] = [];
  for (const from of earlier) {
    for (const to of nearestHolders(corpus, index, corpus.from.features[from] ?? new Int32Array())) {
      const candidate = judge(corpus, from, to);
      if (candidate) candidates.push(candidate);
    }
  }
  return candidates;
}

/** Judges one pair; undefined where the two can't be one passage. */
export function judge(corpus: Corpus, from: number, to: number): Candidate | undefined {
  if (corpus.from.passages[from]?.family !== corpus.to.passages[to]?.family) return undefined;
  return { from, to, likeness: likeness(corpus, from, to) };
}
