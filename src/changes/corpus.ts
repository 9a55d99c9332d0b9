import type { Passage } from './passages.ts';
import { stemsOf } from './stems.ts';
import type { Token } from './tokens.ts';
import { typedNumber } from './typed-number.ts';

/** What one stage looks like to the matcher: everything as integers. */
export interface Side {
  readonly passages: readonly Passage[];
  /** One integer per distinct passage text. */
  readonly texts: Int32Array;
  /** Words and word pairs of each passage, each once, in rising order. */
  readonly features: readonly Int32Array[];
  /** Sum of the weights of a passage's features. */
  readonly weights: Float64Array;
  /** The same for its words alone. */
  readonly wordWeights: Float64Array;
}

/** Both stages, on one set of integers. */
export interface Corpus {
  readonly from: Side;
  readonly to: Side;
  /** Weight of each feature: rare ones tell more. */
  readonly rarity: Float64Array;
  /** In how many passages of both stages each feature stands. */
  readonly spread: Int32Array;
  /** 1 for features that are a pair of words. */
  readonly isPair: Uint8Array;
  /** The features of a part of a passage. */
  readonly read: (tokens: readonly Token[]) => Int32Array;
}

/** Gives each distinct value a small integer. */
function numbering(): (value: string) => number {
  const known = new Map<string, number>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    known.set(value, known.size);
    return known.size - 1;
  };
}

// A very long passage is represented by its first words: matching needs no more, and the cost stays bounded.
const MOST_WORDS = 4000;

/** Numbers for words and for pairs of words, from one row of integers. */
interface FeatureNumbers {
  /** Words by the numbers of their stems. */
  readonly words: Map<string, readonly number[]>;
  readonly stems: Map<string, number>;
  readonly pairs: Map<number, number>;
}

// Wide enough that two word numbers never make the same pair.
const PAIR_WIDTH = 2 ** 26;

function numberOf<Key>(known: Map<Key, number>, key: Key, next: number): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, next);
  return next;
}

function stemNumbers({ words, stems, pairs }: FeatureNumbers, word: string): readonly number[] {
  const known = words.get(word);
  if (known) return known;
  const numbers = stemsOf(word).map((stem) => numberOf(stems, stem, stems.size + pairs.size));
  words.set(word, numbers);
  return numbers;
}

function featuresOf(tokens: readonly Token[], numbers: FeatureNumbers): Int32Array {
  const { stems, pairs } = numbers;
  const found = new Set<number>();
  let last = -1;
  let count = 0;
  for (let index = typedNumber(tokens); index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    count += 1;
    if (count > MOST_WORDS) break;
    for (const word of stemNumbers(numbers, token.key)) {
      found.add(word);
      if (last >= 0) found.add(numberOf(pairs, last * PAIR_WIDTH + word, stems.size + pairs.size));
      last = word;
    }
  }
  const features = new Int32Array(found.size);
  let place = 0;
  for (const feature of found) {
    features[place] = feature;
    place += 1;
  }
  return features.sort();
}

function countSpread(sides: readonly (readonly Int32Array[])[], size: number): Int32Array {
  const spread = new Int32Array(size);
  for (const side of sides) {
    for (const features of side) for (const feature of features) spread[feature] = (spread[feature] ?? 0) + 1;
  }
  return spread;
}

function weigh(features: readonly Int32Array[], rarity: Float64Array): Float64Array {
  return Float64Array.from(features, (list) => list.reduce((sum, feature) => sum + (rarity[feature] ?? 0), 0));
}

/**
 * Prepares two stages for matching.
 *
 * @param from passages of the earlier stage
 * @param to passages of the later stage
 */
export function buildCorpus(from: readonly Passage[], to: readonly Passage[]): Corpus {
  const textNumber = numbering();
  const numbers: FeatureNumbers = { words: new Map(), stems: new Map(), pairs: new Map() };
  const texts = [from, to].map((side) => Int32Array.from(side, (passage) => textNumber(passage.key)));
  const features = [from, to].map((side) => side.map(({ tokens }) => featuresOf(tokens, numbers)));
  const spread = countSpread(features, numbers.stems.size + numbers.pairs.size);
  const total = from.length + to.length;
  const rarity = Float64Array.from(spread, (count) => Math.log(1 + total / Math.max(1, count)));
  const isPair = new Uint8Array(spread.length);
  for (const pair of numbers.pairs.values()) isPair[pair] = 1;
  const wordRarity = rarity.map((weight, feature) => (isPair[feature] === 1 ? 0 : weight));
  const side = (passages: readonly Passage[], index: 0 | 1): Side => ({
    passages,
    texts: texts[index] ?? new Int32Array(),
    features: features[index] ?? [],
    weights: weigh(features[index] ?? [], rarity),
    wordWeights: weigh(features[index] ?? [], wordRarity),
  });
  return {
    from: side(from, 0),
    to: side(to, 1),
    rarity,
    spread,
    isPair,
    read: (tokens) => featuresOf(tokens, numbers),
  };
}

/** What two passages share, as a sum of weights: of all features, and of words alone. */
function sharedWeight(corpus: Corpus, from: number, to: number): { all: number; words: number } {
  return sharedFeatures(corpus, corpus.from.features[from] ?? [], corpus.to.features[to] ?? []);
}

type Features = ArrayLike<number>;

function sharedFeatures(corpus: Corpus, left: Features, right: Features): { all: number; words: number } {
  let [all, words] = [0, 0];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const a = left[i] ?? 0;
    const b = right[j] ?? 0;
    if (a === b) {
      const weight = corpus.rarity[a] ?? 0;
      all += weight;
      if (corpus.isPair[a] === 0) words += weight;
    }
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return { all, words };
}

function dice(shared: number, left: number | undefined, right: number | undefined): number {
  const sum = (left ?? 0) + (right ?? 0);
  return sum === 0 ? 0 : (2 * shared) / sum;
}

/** A part of a passage: its features, and the sum of their weights. */
export interface WeighedPart {
  readonly features: Int32Array;
  readonly weight: number;
}

/** Reads a part of a passage, such as a sentence. */
export function readPart(corpus: Corpus, tokens: readonly Token[]): WeighedPart {
  const features = corpus.read(tokens);
  return { features, weight: weigh([features], corpus.rarity)[0] ?? 0 };
}

/** Likeness of two parts of passages, from 0 to 1; 0 where their sizes alone keep it below what is needed. */
export function likenessOfParts(corpus: Corpus, left: WeighedPart, right: WeighedPart, needed = 0): number {
  const most = dice(Math.min(left.weight, right.weight), left.weight, right.weight);
  if (most < needed) return 0;
  return dice(sharedFeatures(corpus, left.features, right.features).all, left.weight, right.weight);
}

/** Likeness of two passages, from 0 to 1 (Dice, rare words counting more). */
export function likeness(corpus: Corpus, from: number, to: number): number {
  return dice(sharedWeight(corpus, from, to).all, corpus.from.weights[from], corpus.to.weights[to]);
}

/** Likeness by words alone, whatever stands beside them: what is left of a passage that was written anew. */
export function wordLikeness(corpus: Corpus, from: number, to: number): number {
  return dice(sharedWeight(corpus, from, to).words, corpus.from.wordWeights[from], corpus.to.wordWeights[to]);
}

/** How much of the smaller of two passages the other one holds, from 0 to 1. */
export function containment(corpus: Corpus, from: number, to: number): number {
  const smaller = Math.min(corpus.from.weights[from] ?? 0, corpus.to.weights[to] ?? 0);
  return smaller === 0 ? 0 : sharedWeight(corpus, from, to).all / smaller;
}
