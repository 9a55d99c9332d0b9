import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Block, Pair, TextFile, TrueGroup } from './types.ts';

const LEAVES: ReadonlySet<string> = new Set(['heading', 'paragraph', 'tableRow', 'code']);

/** Blocks of a Markdown text that say something, raw HTML and what its indentation makes code left out, in order. */
function blocksOf({ file, text }: TextFile): Block[] {
  const blocks: Block[] = [];
  const visit = (node: Nodes): void => {
    const [start, end] = [node.position?.start, node.position?.end];
    if (LEAVES.has(node.type) && start && end) {
      const words = text.slice(start.offset, end.offset);
      const isText = node.type !== 'code' || /^[`~]/u.test(words);
      if (isText && /[\p{L}\p{N}]/u.test(words.replace(/<[^>]*>/gu, '')))
        blocks.push({ file, startLine: start.line, endLine: end.line, words });
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(remark().use(remarkGfm).parse(text));
  return blocks;
}

/** A side of an annotation: the text, its blocks, and between which lines all of them are annotated. */
interface Side {
  readonly text: TextFile;
  readonly blocks: readonly Block[];
  readonly scope: readonly number[];
  readonly seen: Set<number>;
}

function readSide(folder: string, line: string): Side {
  const [, file = '', scope = '', hash = ''] = line.split(' ');
  const bytes = readFileSync(join(folder, file));
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw new Error(`${file} is not the text that was annotated.`);
  const text = { file: 'text.md', text: bytes.toString('utf8') };
  return { text, blocks: blocksOf(text), scope: scope.split('-').map(Number), seen: new Set() };
}

/** The blocks that stand between two lines, or on one, as `12-20` or `12` says. */
function blocksAt({ blocks, seen }: Side, words: string, count: boolean): number[] {
  const [start = 0, end = start] = words.split('-').map(Number);
  const found = blocks.flatMap((block, index) => (block.startLine <= end && block.endLine >= start ? [index] : []));
  if (found.length === 0) throw new Error(`No block stands at ${words}.`);
  if (count) for (const index of found) seen.add(index);
  return found;
}

function kindOf(from: Side, to: Side, a: readonly number[], b: readonly number[]): TrueGroup['kind'] {
  if (a.length > 1) return 'merged';
  if (b.length > 1) return 'split';
  return from.blocks[a[0] ?? -1]?.words === to.blocks[b[0] ?? -1]?.words ? 'unchanged' : 'edited';
}

/** One line of an annotation, such as `12-20 > 14-22`, `12 > 13+15`, `12 > -` or `- > 13`. */
function readLink(from: Side, to: Side, line: string): TrueGroup[] {
  const [left = '', right = ''] = line.split(' > ');
  if (right === '-') return blocksAt(from, left, true).map((index) => ({ kind: 'deleted', from: [index], to: [] }));
  if (left === '-') return blocksAt(to, right, true).map((index) => ({ kind: 'added', from: [], to: [index] }));
  const [a, b] = [
    left.split('+').flatMap((part) => blocksAt(from, part, true)),
    right.split('+').flatMap((part) => blocksAt(to, part, true)),
  ];
  if (line.includes('+')) return [{ kind: kindOf(from, to, a, b), from: a, to: b }];
  if (a.length !== b.length) throw new Error(`"${line}" names ${a.length} blocks and ${b.length}.`);
  return a.map((index, place) => {
    const other = b[place] ?? -1;
    return { kind: kindOf(from, to, [index], [other]), from: [index], to: [other] };
  });
}

function holdComplete({ blocks, scope, seen, text }: Side): void {
  const [start = 0, end = 0] = scope;
  const missing = blocks.filter(({ startLine }, index) => startLine >= start && startLine <= end && !seen.has(index));
  const lines = missing.map(({ startLine }) => startLine).join(', ');
  if (missing.length > 0) throw new Error(`Blocks of ${text.file} that stand in no link: lines ${lines}.`);
}

/** Reads an annotation and the two texts it is about. */
export function readAnnotation(name: string, annotation: string, folder: string): Pair {
  const lines = annotation.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [from, to] = [readSide(folder, lines[0] ?? ''), readSide(folder, lines[1] ?? '')];
  const tolerated = new Set<string>();
  const truth = lines.slice(2).flatMap((line) => {
    const [left, right] = line.split(' ~ ');
    if (left === undefined || right === undefined) return readLink(from, to, line);
    const whole = (side: Side, words: string) => blocksAt(side, words, false);
    for (const a of whole(from, left)) for (const b of whole(to, right)) tolerated.add(`${a}>${b}`);
    return [];
  });
  holdComplete(from);
  holdComplete(to);
  const sides = { from: [from.text], to: [to.text], fromBlocks: from.blocks, toBlocks: to.blocks };
  return { name, ...sides, truth, tolerated, linksOnly: true };
}

/** The pairs that were annotated by hand; none where `PENHOLDER_TEST_DATA` does not name the texts. */
export function annotatedPairs(root: string): Pair[] {
  const data = process.env.PENHOLDER_TEST_DATA ?? '';
  if (data === '' || !existsSync(join(data, 'policy'))) return [];
  const folder = join(root, 'test/evaluation/annotations');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.links'))
    .sort();
  return files.map((file) =>
    readAnnotation(file.replace('.links', ''), readFileSync(join(folder, file), 'utf8'), data),
  );
}
