import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, Entry, Pair, TextFile } from './types.ts';

type Kind = 'kept' | 'deleted' | 'inserted';

/** A stretch of words as a tool marks it. */
interface Stretch {
  readonly kind: Kind;
  readonly text: string;
}

// Signs that no text holds, so that what a tool marks can't be taken for text.
const [DELETED, DELETED_END, INSERTED, INSERTED_END] = ['\u0001', '\u0002', '\u0003', '\u0004'];
const ANY_MARK = new RegExp(`([${DELETED}${DELETED_END}${INSERTED}${INSERTED_END}])`, 'u');
const MARKS = ['-w', DELETED, '-x', DELETED_END, '-y', INSERTED, '-z', INSERTED_END];
const NOTHING_LEFT_OUT = '-U10000000';

/** A program that marks the words that differ. */
interface Tool {
  readonly command: string;
  readonly args: readonly string[];
  readonly read: (output: string) => Stretch[];
}

function readMarked(output: string): Stretch[] {
  let kind: Kind = 'kept';
  const stretches: Stretch[] = [];
  for (const text of output.split(ANY_MARK)) {
    if (text === DELETED) kind = 'deleted';
    else if (text === INSERTED) kind = 'inserted';
    else if (text === DELETED_END || text === INSERTED_END) kind = 'kept';
    else stretches.push({ kind, text });
  }
  return stretches;
}

const PORCELAIN: ReadonlyMap<string, Kind> = new Map([
  [' ', 'kept'],
  ['-', 'deleted'],
  ['+', 'inserted'],
]);

function readPorcelain(output: string): Stretch[] {
  const body = output.split('\n').slice(output.split('\n').findIndex((line) => line.startsWith('@@')) + 1);
  return body.flatMap((line): Stretch[] => {
    const kind = PORCELAIN.get(line.charAt(0));
    return kind === undefined ? [] : [{ kind, text: line.slice(1) }];
  });
}

/** Programs that compare words; what of them is installed is compared with. */
export const OTHER_TOOLS: Readonly<Record<string, Tool>> = {
  'git diff --word-diff': {
    command: 'git',
    args: ['diff', '--no-index', NOTHING_LEFT_OUT, '--word-diff=porcelain'],
    read: readPorcelain,
  },
  'git diff --patience --word-diff': {
    command: 'git',
    args: ['diff', '--no-index', NOTHING_LEFT_OUT, '--patience', '--word-diff=porcelain'],
    read: readPorcelain,
  },
  wdiff: { command: 'wdiff', args: MARKS, read: readMarked },
  dwdiff: { command: 'dwdiff', args: MARKS, read: readMarked },
};

/** The lines of all words of some files, one after another. */
function wordPlaces(files: readonly TextFile[]): { file: string; line: number }[] {
  return files.flatMap(({ file, text }) =>
    text.split('\n').flatMap((words, index) => (words.match(/\S+/gu) ?? []).map(() => ({ file, line: index + 1 }))),
  );
}

/** The block of each word; -1 where it stands in none. */
function blockOfWords(files: readonly TextFile[], blocks: readonly Block[]): Int32Array {
  const byLine = new Map<string, number>();
  blocks.forEach(({ file, startLine, endLine }, index) => {
    for (let line = startLine; line <= endLine; line += 1) byLine.set(`${file}\u0000${line}`, index);
  });
  return Int32Array.from(wordPlaces(files), ({ file, line }) => byLine.get(`${file}\u0000${line}`) ?? -1);
}

function runTool(tool: Tool, pair: Pair): Stretch[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-evaluation-'));
  try {
    const paths = (['from', 'to'] as const).map((side) => {
      writeFileSync(join(folder, side), pair[side].map(({ text }) => text).join(''));
      return join(folder, side);
    });
    const options = { encoding: 'utf8', maxBuffer: 1e9 } as const;
    const { status, stdout } = spawnSync(tool.command, [...tool.args, ...paths], options);
    return status === 0 || status === 1 ? tool.read(stdout) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many words each pair of blocks shares by what a tool calls kept. */
function votes(stretches: readonly Stretch[], from: Int32Array, to: Int32Array): Map<string, number> {
  const shared = new Map<string, number>();
  let [a, b] = [0, 0];
  for (const { kind, text } of stretches) {
    for (const _word of text.match(/\S+/gu) ?? []) {
      const link = `${from[a] ?? -1}>${to[b] ?? -1}`;
      if (kind === 'kept') shared.set(link, (shared.get(link) ?? 0) + 1);
      if (kind !== 'inserted') a += 1;
      if (kind !== 'deleted') b += 1;
    }
  }
  return shared;
}

function sizes(blockOf: Int32Array, blocks: readonly Block[]): number[] {
  const counts = blocks.map(() => 0);
  for (const block of blockOf) if (block >= 0) counts[block] = (counts[block] ?? 0) + 1;
  return counts;
}

/**
 * What links blocks by the words that another program leaves in place: half of the shorter one's.
 *
 * @param name of the program
 * @param pair two texts
 * @returns undefined where the program is not installed.
 */
export function linksOfTool(name: string, pair: Pair): Entry[] | undefined {
  const tool = OTHER_TOOLS[name];
  const stretches = tool && runTool(tool, pair);
  if (!stretches) return undefined;
  const [from, to] = [blockOfWords(pair.from, pair.fromBlocks), blockOfWords(pair.to, pair.toBlocks)];
  const [fromSizes, toSizes] = [sizes(from, pair.fromBlocks), sizes(to, pair.toBlocks)];
  return [...votes(stretches, from, to)].flatMap(([link, shared]): Entry[] => {
    const [a = -1, b = -1] = link.split('>').map(Number);
    const [before, after] = [pair.fromBlocks[a], pair.toBlocks[b]];
    if (!before || !after || shared < Math.min(fromSizes[a] ?? 0, toSizes[b] ?? 0) / 2) return [];
    return [{ kind: 'edited', from: [before], to: [after], words: [] }];
  });
}
