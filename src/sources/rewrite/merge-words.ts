/** Two edits of the same words brought together, word by word. */
import { diff } from 'fast-myers-diff';

/** A word or a sign of a text. */
export interface Word {
  /** What is compared: the shapes of quotes and dashes make no difference. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Words `[from, to)` of a text are to read as the words `[newFrom, newTo)` of another. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+|[^\\s]`, 'gu');

/** The words and signs of a text. */
export function wordsWithPlaces(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    key: fold(word),
    start: index,
    end: index + word.length,
  }));
}

function fold(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”«»„]/gu, '"')
    .replace(/[‐‑–—]/gu, '-');
}

/** What differs between two texts. */
export function hunksOf(before: readonly Word[], after: readonly Word[]): readonly Hunk[] {
  const numbers = new Map<string, number>();
  const numbered = (words: readonly Word[]) =>
    words.map(({ key }) => {
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return known;
    });
  const [a, b] = [numbered(before), numbered(after)];
  return [...diff(a, b)].map(([from, to, newFrom, newTo]) => ({ from, to, newFrom, newTo }));
}

/** Whether two texts say the same. */
export function sameWords(one: readonly Word[], other: readonly Word[]): boolean {
  return one.length === other.length && one.every(({ key }, at) => key === other[at]?.key);
}

/** Three versions of the same words. */
export interface Versions {
  /** What a proposal was made to. */
  readonly base: readonly Word[];
  /** What it proposes. */
  readonly proposed: readonly Word[];
  /** What stands there by now. */
  readonly current: readonly Word[];
}

/**
 * The edits by which the current words come to hold a proposal.
 *
 * @returns Edits of the current words; undefined where what the proposal edits, or what stands beside it, has changed since.
 */
export function mergeHunks({ base, proposed, current }: Versions): readonly Hunk[] | undefined {
  const since = hunksOf(base, current);
  const merged: Hunk[] = [];
  for (const hunk of hunksOf(base, proposed)) {
    const near = since.filter(({ from, to }) => from <= hunk.to && to >= hunk.from);
    if (near.some((one) => !sameEdit(one, hunk, { base, proposed, current }))) return undefined;
    if (near.length > 0) continue;
    const shift = since
      .filter(({ to }) => to < hunk.from)
      .reduce((sum, one) => sum + one.newTo - one.newFrom - (one.to - one.from), 0);
    merged.push({ ...hunk, from: hunk.from + shift, to: hunk.to + shift });
  }
  return merged;
}

function sameEdit(one: Hunk, other: Hunk, { proposed, current }: Versions): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    sameWords(current.slice(one.newFrom, one.newTo), proposed.slice(other.newFrom, other.newTo))
  );
}
