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
  const firsts = firstsOf(submissions);
  const groups = new Map<number, string[]>();
  for (const [place, { id }] of submissions.entries()) {
    const first = firsts[place] ?? NOBODY;
    if (first === NOBODY) continue;
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [id]);
    else group.push(id);
  }
  return [...groups.values()].filter((ids) => ids.length > 1);
}

/** Stands for a text without words. */
const NOBODY = -1;

/** The place of the first text of the group of each text: numbers alone, since there may be hundreds of thousands. */
function firstsOf(submissions: readonly Submission[]): Int32Array {
  const firsts = new Int32Array(submissions.length).fill(NOBODY);
  const bySame = new Map<number, number>();
  const known = new LikenessIndex(submissions.length);
  for (const [place, { text }] of submissions.entries()) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const hashes = hashesOf(words);
    const key = keyOf(hashes);
    const same = bySame.get(key);
    if (same !== undefined && isSame(words, submissions[same]?.text)) {
      firsts[place] = firsts[same] ?? place;
      continue;
    }
    bySame.set(key, place);
    firsts[place] = words.length < SHORT ? place : known.firstLike(signatureOf(hashes), place);
  }
  return firsts;
}

/** A number of 53 bits for a row of words: whoever finds it again looks whether the words are the same. */
function keyOf(hashes: Uint32Array): number {
  let [low, high] = [0x811c9dc5, 0x9e3779b1];
  for (const value of hashes) {
    low = Math.imul(low ^ value, 0x01000193);
    high = Math.imul(high, 0x85ebca6b) ^ mixed(value);
  }
  return (low >>> 0) * 0x200000 + (high >>> 11);
}

function isSame(words: readonly string[], text: string | undefined): boolean {
  const others = text === undefined ? [] : wordsOf(text);
  return others.length === words.length && words.every((word, index) => word === others[index]);
}

/**
 * The first texts of all groups, found by their bands. Texts are compared with the first of a group only: groups must not
 * grow into one another by small steps.
 */
class LikenessIndex {
  readonly #signatures: Uint32Array[] = [];
  /** Places of these texts, in order. */
  readonly #places: number[] = [];
  /** The last entry of each slot, and the entry before each; entries are numbered by text and band. */
  readonly #slots: Int32Array;
  readonly #before: Int32Array;
  readonly #bands: Uint32Array;
  /** The text that each was compared with last. */
  readonly #compared: Int32Array;

  constructor(size: number) {
    const entries = size * BANDS;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(entries, 2)))).fill(NOBODY);
    this.#before = new Int32Array(entries);
    this.#bands = new Uint32Array(entries);
    this.#compared = new Int32Array(size).fill(NOBODY);
  }

  /** The place of the first text of the group that a text belongs to; its own where it is like none, and it is kept then. */
  firstLike(signature: Uint32Array, place: number): number {
    const bands = bandsOf(signature);
    const found = this.#nearest(signature, bands, place);
    if (found !== undefined) return this.#places[found] ?? place;
    this.#enter(signature, bands, place);
    return place;
  }

  #enter(signature: Uint32Array, bands: Uint32Array, place: number): void {
    const number = this.#signatures.push(signature) - 1;
    this.#places.push(place);
    for (const [band, value] of bands.entries()) {
      const [entry, slot] = [number * BANDS + band, value & (this.#slots.length - 1)];
      this.#bands[entry] = value;
      this.#before[entry] = this.#slots[slot] ?? NOBODY;
      this.#slots[slot] = entry;
    }
  }

  /** The most like, if any is alike enough; of several the first. */
  #nearest(signature: Uint32Array, bands: Uint32Array, place: number): number | undefined {
    let [best, most]: [number | undefined, number] = [undefined, 0];
    for (const value of bands) {
      let entry = this.#slots[value & (this.#slots.length - 1)] ?? NOBODY;
      for (; entry !== NOBODY; entry = this.#before[entry] ?? NOBODY) {
        const number = Math.floor(entry / BANDS);
        const other = this.#signatures[number];
        if (this.#bands[entry] !== value || this.#compared[number] === place || other === undefined) continue;
        this.#compared[number] = place;
        const likeness = likenessOf(signature, other);
        if (likeness < ALIKE || likeness < most || (likeness === most && best !== undefined && best < number)) continue;
        [best, most] = [number, likeness];
      }
    }
    return best;
  }
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

function hashesOf(words: readonly string[]): Uint32Array {
  const hashes = new Uint32Array(words.length);
  for (let index = 0; index < words.length; index += 1) hashes[index] = hash(words[index] ?? '');
  return hashes;
}

/** The least hash in each bin; an empty bin borrows from the next one that is not, told apart by how far that is. */
function signatureOf(hashes: Uint32Array): Uint32Array {
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

/** How many bins may differ where texts are alike enough. */
const MOST_UNLIKE = Math.floor(BINS * (1 - ALIKE));

/** The part of the bins that are the same; 0 as soon as too many differ, as in nearly all of these comparisons. */
function likenessOf(one: Uint32Array, other: Uint32Array): number {
  let unlike = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    if (one[bin] === other[bin]) continue;
    unlike += 1;
    if (unlike > MOST_UNLIKE) return 0;
  }
  return (BINS - unlike) / BINS;
}
