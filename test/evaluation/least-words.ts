import { diff } from 'fast-myers-diff';
import { cutWords } from './scripts.ts';
import type { Entry } from './types.ts';

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;
// Above this product of lengths the exact number would take seconds; such passages are left out of the count.
const LARGEST_AREA = 100_000_000;
// Up to this many kept words between two replacements read as noise.
const ISLAND = 2;

/** The words of a text: one sign each in Chinese and Japanese, those of a dictionary in Thai. */
export function wordsIn(text: string): string[] {
  const spaced = /\p{Script=Thai}/u.test(text) ? cutWords(text).words.join(' ') : text;
  return spaced.match(WORD) ?? [];
}

type Edit = readonly [aStart: number, aEnd: number, bStart: number, bEnd: number];

/** Joins replacements that only a word or two stand between: what remains once nothing is left that reads as noise. */
function withoutIslands(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : edit[0] - last[1];
    const both = (side: 0 | 2) =>
      (last?.[side] ?? 0) < (last?.[side === 0 ? 1 : 3] ?? 0) || edit[side] < edit[side === 0 ? 1 : 3];
    const large = (one: Edit | undefined) => one !== undefined && Math.max(one[1] - one[0], one[3] - one[2]) >= gap;
    if (last && gap <= ISLAND && both(0) && both(2) && large(last) && large(edit))
      joined[joined.length - 1] = [last[0], edit[1], last[2], edit[3]];
    else joined.push(edit);
  }
  return joined;
}

function sizeOf(edits: readonly Edit[]): number {
  return edits.reduce((sum, [aStart, aEnd, bStart, bEnd]) => sum + aEnd - aStart + bEnd - bStart, 0);
}

/** Changed words as an entry marks them, and the least possible: by the longest common subsequence, and once it can be read. */
export interface ChangedWords {
  readonly marked: number;
  readonly least: number;
  readonly readable: number;
}

/** Counts the changed words of an entry. */
export function changedWords({ words }: Entry): ChangedWords {
  const of = (...kinds: string[]) =>
    wordsIn(words.flatMap(({ kind, text }) => (kinds.includes(kind) ? text : [])).join(''));
  const [from, to] = [of('kept', 'deleted'), of('kept', 'inserted')];
  if (from.length * to.length > LARGEST_AREA) return { marked: 0, least: 0, readable: 0 };
  const marked = words.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? 0 : wordsIn(text).length), 0);
  const edits = [...diff(from, to)].map((edit): Edit => [...edit]);
  return { marked, least: sizeOf(edits), readable: sizeOf(withoutIslands(edits)) };
}
