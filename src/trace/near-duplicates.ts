/**
 * Near-identical texts: form letters and campaigns, found with MinHash (64 bins, shingles of three words) and
 * locality-sensitive hashing (16 bands of 4 bins). The same texts give the same groups, in any script.
 */

const BINS = 64;
const BANDS = 16;
const ROWS = BINS / BANDS;
/** A bin that nothing fell into. */
const NONE = 0xffffffff;
const SHINGLE = 3;
/** Part of the shingles that near-identical texts share. */
const ALIKE = 0.6;
/** Under so many words, texts such as "I agree" are alike by chance, and only the very same is grouped. */
const SHORT = 8;
/** Of scripts that put no spaces between words, each letter counts as one. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** A text and what it is called. */
export interface Submission {
  readonly id: string;
  readonly text: string;
}

/**
 * Groups texts that are nearly the same.
 *
 * @param submissions In any order; groups and their members keep it.
 * @returns Ids of each group of two or more.
 */
export function nearIdentical(submissions: readonly Submission[]): readonly (readonly string[])[] {
  const groups: Group[] = [];
  const bySame = new Map<string, Group>();
  const byBand: Bands = new Map();
  for (const { id, text } of submissions) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const key = words.join(' ');
    const same = bySame.get(key);
    if (same !== undefined) {
      same.ids.push(id);
      continue;
    }
    const signature = words.length < SHORT ? undefined : signatureOf(words);
    const bands = signature && bandsOf(signature);
    const alike = signature && bands && nearest(signature, bands, byBand);
    const group = alike ?? { ids: [], signature };
    group.ids.push(id);
    bySame.set(key, group);
    if (alike !== undefined) continue;
    groups.push(group);
    if (bands !== undefined) enter(byBand, bands, group);
  }
  return groups.filter(({ ids }) => ids.length > 1).map(({ ids }) => ids);
}

/** Texts are compared with the first of a group only: groups must not grow into one another by small steps. */
interface Group {
  readonly ids: string[];
  readonly signature: Uint32Array | undefined;
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** Mixes a number so that its low bits are as good as its high ones. */
function mixed(number: number): number {
  let value = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) value = Math.imul(value ^ word.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** The least hash in each bin; an empty bin borrows from the next one that is not, told apart by how far that is. */
function signatureOf(words: readonly string[]): Uint32Array {
  const hashes = Uint32Array.from(words, hash);
  const least = new Uint32Array(BINS).fill(NONE);
  for (let start = 0; start + SHINGLE <= hashes.length; start += 1) {
    let joined = 0;
    for (let index = start; index < start + SHINGLE; index += 1)
      joined = Math.imul(joined, 0x9e3779b1) ^ (hashes[index] ?? 0);
    const value = mixed(joined);
    const bin = value % BINS;
    const rest = Math.floor(value / BINS);
    if (rest < (least[bin] ?? 0)) least[bin] = rest;
  }
  return least.map((value, bin) => (value === NONE ? borrowed(least, bin) : value));
}

function borrowed(least: Uint32Array, bin: number): number {
  for (let step = 1; step < BINS; step += 1) {
    const value = least[(bin + step) % BINS] ?? NONE;
    if (value !== NONE) return (value + Math.imul(step, 0x9e3779b1)) >>> 0;
  }
  return NONE;
}

/** A number for each band; two bands of different bins that have the same one only cost a comparison. */
function bandsOf(signature: Uint32Array): Uint32Array {
  const bands = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band += 1) {
    let joined = band + 1;
    for (let row = 0; row < ROWS; row += 1)
      joined = Math.imul(joined, 0x9e3779b1) ^ (signature[band * ROWS + row] ?? 0);
    bands[band] = mixed(joined);
  }
  return bands;
}

type Bands = Map<number, Group[]>;

function enter(byBand: Bands, bands: Uint32Array, group: Group): void {
  for (const band of bands) {
    const there = byBand.get(band);
    if (there === undefined) byBand.set(band, [group]);
    else there.push(group);
  }
}

/** The group most like a text, if any is alike enough; of several the first. */
function nearest(signature: Uint32Array, bands: Uint32Array, byBand: Bands): Group | undefined {
  const seen = new Set<Group>();
  let best: { group: Group; likeness: number } | undefined;
  for (const band of bands) {
    for (const group of byBand.get(band) ?? []) {
      if (seen.has(group) || group.signature === undefined) continue;
      seen.add(group);
      const likeness = likenessOf(signature, group.signature);
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { group, likeness };
    }
  }
  return best?.group;
}

function likenessOf(one: Uint32Array, other: Uint32Array): number {
  let same = 0;
  for (let bin = 0; bin < BINS; bin += 1) if (one[bin] === other[bin]) same += 1;
  return same / BINS;
}
