import { type ChangedWords, changedWords } from './least-words.ts';
import type { Block, Entry, Pair, TrueGroup } from './types.ts';

/** How often something was found, missed, and claimed in vain. */
export interface Tally {
  readonly hit: number;
  readonly missed: number;
  readonly false: number;
}

/** What a comparison got right. */
export interface Score {
  /** Pairs of an earlier and a later block. */
  readonly links: Tally;
  /** The same without blocks that stayed as and where they were. */
  readonly touched: Tally;
  readonly moves: Tally;
  readonly splits: Tally;
  readonly merges: Tally;
  readonly words: ChangedWords;
  /** Mistakes, as a reader can follow them. */
  readonly mistakes: readonly string[];
}

/** Share of the claims that are right. */
export function precision({ hit, false: wrong }: Tally): number {
  return hit + wrong === 0 ? 1 : hit / (hit + wrong);
}

/** Share of the truth that was found. */
export function recall({ hit, missed }: Tally): number {
  return hit + missed === 0 ? 1 : hit / (hit + missed);
}

/** Harmonic mean of precision and recall. */
export function f1({ hit, missed, false: wrong }: Tally): number {
  return hit + missed + wrong === 0 ? 1 : (2 * hit) / (2 * hit + missed + wrong);
}

/** Several tallies as one. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = (name: keyof Tally) => tallies.reduce((total, tally) => total + tally[name], 0);
  return { hit: sum('hit'), missed: sum('missed'), false: sum('false') };
}

/** Several counts of words as one. */
export function sumWords(counts: readonly ChangedWords[]): ChangedWords {
  const sum = (name: keyof ChangedWords) => counts.reduce((total, count) => total + count[name], 0);
  return { marked: sum('marked'), least: sum('least'), readable: sum('readable') };
}

/** Finds blocks by lines. */
function locator(blocks: readonly Block[]): (place: Omit<Block, 'words'>) => number[] {
  const byLine = new Map<string, number[]>();
  blocks.forEach(({ file, startLine, endLine }, index) => {
    for (let line = startLine; line <= endLine; line += 1) {
      const at = `${file}\u0000${line}`;
      byLine.set(at, [...(byLine.get(at) ?? []), index]);
    }
  });
  return ({ file, startLine, endLine }) => {
    const found = new Set<number>();
    for (let line = startLine; line <= endLine; line += 1)
      for (const index of byLine.get(`${file}\u0000${line}`) ?? []) found.add(index);
    return [...found];
  };
}

interface Located {
  readonly kind: Entry['kind'];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function locate(pair: Pair, entries: readonly Entry[]): Located[] {
  const [inFrom, inTo] = [locator(pair.fromBlocks), locator(pair.toBlocks)];
  const sorted = (found: readonly number[][]) => [...new Set(found.flat())].sort((a, b) => a - b);
  return entries.map(({ kind, from, to }) => ({ kind, from: sorted(from.map(inFrom)), to: sorted(to.map(inTo)) }));
}

function pairsOf({ from, to }: Located | TrueGroup): string[] {
  return from.flatMap((a) => to.map((b) => `${a}>${b}`));
}

/** Blocks that a pair is judged by: those that stand in a group of the truth. */
function judgedBlocks(pair: Pair): { from: Set<number>; to: Set<number> } {
  return {
    from: new Set(pair.truth.flatMap(({ from }) => from)),
    to: new Set(pair.truth.flatMap(({ to }) => to)),
  };
}

function tally(truth: ReadonlySet<string>, found: ReadonlySet<string>): Tally {
  let hit = 0;
  for (const member of truth) if (found.has(member)) hit += 1;
  return { hit, missed: truth.size - hit, false: found.size - hit };
}

/** Groups of a kind as text, so that only whole groups count. */
function wholes(
  groups: readonly (Located | TrueGroup)[],
  kind: string,
  judged: (pair: string) => boolean,
): Set<string> {
  const whole = groups.filter((group) => group.kind === kind && group.from.length > 0 && group.to.length > 0);
  const several = whole.filter(({ from, to }) => from.length + to.length > 2);
  return new Set(
    several.filter((group) => pairsOf(group).some(judged)).map(({ from, to }) => `${from.join('+')}>${to.join('+')}`),
  );
}

function quote(block: Block | undefined): string {
  if (!block) return 'nothing';
  return `${block.startLine} "${block.words.slice(0, 70)}"`;
}

function describe(pair: Pair, what: string, links: Iterable<string>): string[] {
  return [...links].map((link) => {
    const [from, to] = link.split('>').map((side) => side.split('+').map(Number));
    const name = (blocks: readonly Block[], side: readonly number[] | undefined) =>
      (side ?? []).map((index) => quote(blocks[index])).join(' + ');
    return `${what}: ${name(pair.fromBlocks, from)} → ${name(pair.toBlocks, to)}`;
  });
}

function without(all: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...all].filter((member) => !others.has(member));
}

/** The pairs of a list of groups that are judged, of one kind if asked. */
function links(
  groups: readonly (Located | TrueGroup)[],
  judged: (pair: string) => boolean,
  kind?: string,
): Set<string> {
  const wanted = kind === undefined ? groups : groups.filter((group) => group.kind === kind);
  return new Set(wanted.flatMap(pairsOf).filter(judged));
}

/**
 * Judges a comparison by pairs of blocks.
 *
 * @param pair two texts and the truth about them
 * @param entries what was found, unchanged entries included
 */
export function score(pair: Pair, entries: readonly Entry[]): Score {
  const found = locate(pair, entries);
  const blocks = judgedBlocks(pair);
  const judged = (link: string) => {
    const [from = -1, to = -1] = link.split('>').map(Number);
    return !pair.tolerated.has(link) && (blocks.from.has(from) || blocks.to.has(to));
  };
  const sets = { truth: links(pair.truth, judged), found: links(found, judged) };
  const still = links(pair.truth, judged, 'unchanged');
  const touched = { truth: new Set(without(sets.truth, still)), found: new Set(without(sets.found, still)) };
  const judgedKinds = (read: (groups: readonly (Located | TrueGroup)[]) => Set<string>) =>
    pair.linksOnly
      ? { truth: new Set<string>(), found: new Set<string>() }
      : { truth: read(pair.truth), found: read(found) };
  const moves = judgedKinds((groups) => links(groups, judged, 'moved'));
  const splits = judgedKinds((groups) => wholes(groups, 'split', judged));
  const merges = judgedKinds((groups) => wholes(groups, 'merged', judged));
  const words = entries.filter(({ from, to }) => from.length > 0 && to.length > 0).map(changedWords);
  const mistakes = Object.entries({ link: sets, move: moves, split: splits, merge: merges }).flatMap(([what, both]) => [
    ...describe(pair, `missed ${what}`, without(both.truth, both.found)),
    ...describe(pair, `false ${what}`, without(both.found, both.truth)),
  ]);
  return {
    links: tally(sets.truth, sets.found),
    touched: tally(touched.truth, touched.found),
    moves: tally(moves.truth, moves.found),
    splits: tally(splits.truth, splits.found),
    merges: tally(merges.truth, merges.found),
    words: sumWords(words),
    mistakes,
  };
}
