import type { WordRun } from '../model/change-log.ts';
import { cleanUp } from './clean-up.ts';
import { diffSequences, type Edit } from './sequence-diff.ts';
import { type Space, spaceRuns } from './spacing.ts';
import type { Token } from './tokens.ts';

/** A run of tokens: kept (as both stages have them), or of one stage only. */
export type TokenRun =
  | { readonly kind: 'kept'; readonly from: readonly Token[]; readonly to: readonly Token[] }
  | { readonly kind: 'deleted'; readonly from: readonly Token[] }
  | { readonly kind: 'inserted'; readonly to: readonly Token[] };

/** Words of the earlier passage and those that stand in their place in the later one; either may be none. */
export interface Replacement {
  readonly from: readonly Token[];
  readonly to: readonly Token[];
}

/** Two passages word by word. */
export interface TokenDiff {
  readonly runs: readonly TokenRun[];
  /** The least that was replaced, before it was made readable. */
  readonly replacements: readonly Replacement[];
  /** True where the passages were too large to compare in full. */
  readonly limited: boolean;
}

function numberKeys(lists: readonly (readonly Token[])[]): Int32Array[] {
  const known = new Map<string, number>();
  return lists.map((tokens) =>
    Int32Array.from(tokens, ({ key }) => {
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    }),
  );
}

function runsOf(from: readonly Token[], to: readonly Token[], edits: readonly Edit[]): TokenRun[] {
  const runs: TokenRun[] = [];
  let [a, b] = [0, 0];
  for (const [aStart, aEnd, bStart, bEnd] of edits) {
    if (a < aStart) runs.push({ kind: 'kept', from: from.slice(a, aStart), to: to.slice(b, bStart) });
    if (aStart < aEnd) runs.push({ kind: 'deleted', from: from.slice(aStart, aEnd) });
    if (bStart < bEnd) runs.push({ kind: 'inserted', to: to.slice(bStart, bEnd) });
    [a, b] = [aEnd, bEnd];
  }
  if (a < from.length) runs.push({ kind: 'kept', from: from.slice(a), to: to.slice(b) });
  return runs;
}

/** How many tokens are equal from the start on, and how many of the rest up to the end. */
function sharedEnds(from: readonly Token[], to: readonly Token[]): { readonly start: number; readonly end: number } {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start]?.key === to[start]?.key) start += 1;
  let end = 0;
  while (end < most - start && from[from.length - 1 - end]?.key === to[to.length - 1 - end]?.key) end += 1;
  return { start, end };
}

/**
 * Compares two passages word by word, as a reader would mark them.
 *
 * @param from tokens of the earlier passage
 * @param to tokens of the later passage
 */
export function diffTokens(from: readonly Token[], to: readonly Token[]): TokenDiff {
  const { start, end } = sharedEnds(from, to);
  const [first, second] = numberKeys([from.slice(start, from.length - end), to.slice(start, to.length - end)]);
  const inner = diffSequences(first ?? new Int32Array(), second ?? new Int32Array());
  const edits = inner.edits.map(([a, aEnd, b, bEnd]): Edit => [a + start, aEnd + start, b + start, bEnd + start]);
  const { limited } = inner;
  const replacements = edits.map(([a, aEnd, b, bEnd]) => ({ from: from.slice(a, aEnd), to: to.slice(b, bEnd) }));
  return { runs: runsOf(from, to, cleanUp(from, to, edits)), replacements, limited };
}

function spaceOf(space: Space | undefined): '' | ' ' {
  return space === undefined || space.lead === '' ? '' : ' ';
}

/** Runs of tokens as runs of words. A space that both stages have stands in the kept run. */
export function wordRuns(runs: readonly TokenRun[]): WordRun[] {
  const { before, after } = spaceRuns(runs);
  const words: { kind: WordRun['kind']; text: string }[] = [];
  let place = 0;
  for (const run of runs) {
    const tokens = run.kind === 'deleted' ? run.from : run.to;
    const word = { kind: run.kind, text: '' };
    for (const [index, token] of tokens.entries()) {
      const space = before[place];
      const previous = words.at(-1);
      const outside = index === 0 && run.kind !== 'kept' && space?.where === 'outside';
      if (outside && previous?.kind === 'kept') previous.text += spaceOf(space);
      else word.text += spaceOf(space);
      word.text += token.text;
      if (after.has(place)) word.text += ' ';
      place += 1;
    }
    words.push(word);
  }
  return words;
}
