/**
 * Near-identical texts: form letters and campaigns, found with MinHash (64 bins, shingles of three words) and
 * locality-sensitive hashing (16 bands of 4 bins). The same texts give the same groups, in any script.
 */

const BINS = 64;
const BANDS = 16;
const ROWS = BINS / BANDS;
const SHINGLE = 3;
/** Part of the shingles that near-identical texts share. */
const ALIKE = 0.7;
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
  const byBand = new Map<string, Group[]>();
  for (const { id, text } of submissions) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const key = words.join(' ');
    const signature = words.length < SHORT ? undefined : signatureOf(words);
    const found = bySame.get(key) ?? (signature && nearest(signature, byBand));
    if (found !== undefined) {
      found.ids.push(id);
      continue;
    }
    const group: Group = { ids: [id], signature };
    groups.push(group);
    bySame.set(key, group);
    if (signature !== undefined) for (const band of bandsOf(signature)) enter(byBand, band, group);
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

/** FNV-1a over UTF-16, then mixed so that the low bits are as good as the high ones. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The least hash in each bin; an empty bin borrows from the next one that is not, told apart by how far that is. */
function signatureOf(words: readonly string[]): Uint32Array {
  const least = new Uint32Array(BINS).fill(0xffffffff);
  for (let start = 0; start + SHINGLE <= words.length; start += 1) {
    const value = hash(words.slice(start, start + SHINGLE).join(' '));
    const bin = value % BINS;
    const rest = Math.floor(value / BINS);
    if (rest < (least[bin] ?? 0)) least[bin] = rest;
  }
  return least.map((value, bin) => (value === 0xffffffff ? borrowed(least, bin) : value));
}

function borrowed(least: Uint32Array, bin: number): number {
  for (let step = 1; step < BINS; step += 1) {
    const value = least[(bin + step) % BINS] ?? 0xffffffff;
    if (value !== 0xffffffff) return (value + Math.imul(step, 0x9e3779b1)) >>> 0;
  }
  return 0xffffffff;
}

function bandsOf(signature: Uint32Array): string[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const from = band * ROWS;
    return `${band}:${signature.subarray(from, from + ROWS).join(',')}`;
  });
}

function enter(byBand: Map<string, Group[]>, band: string, group: Group): void {
  const there = byBand.get(band);
  if (there === undefined) byBand.set(band, [group]);
  else there.push(group);
}

/** The group most like a text, if any is alike enough; of several the first. */
function nearest(signature: Uint32Array, byBand: ReadonlyMap<string, readonly Group[]>): Group | undefined {
  const seen = new Set<Group>();
  let best: { group: Group; likeness: number } | undefined;
  for (const band of bandsOf(signature)) {
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
  return one.reduce((sum, value, bin) => sum + (value === other[bin] ? 1 : 0), 0) / BINS;
}
