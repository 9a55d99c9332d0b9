import { splitSegments } from '../segments/split.ts';
import { lineText, type SourceLines } from '../source-lines.ts';
import { LIMITS, type LimitName } from './limits.ts';
import { countMarks, type LineShape, lineShape } from './line-shape.ts';
import { beginsItem, emptyStack, type ListStack } from './list-stack.ts';
import { closesAtOnce, openedRegion, type Region } from './regions.ts';
import { addRow, costOfRows, lengthOf, noRows, type RowBatch, tallTables } from './tall-tables.ts';

/** Lines that are not parsed but kept as they are, both inclusive, from 1. */
export interface LiteralBlock {
  readonly startLine: number;
  readonly endLine: number;
  /** The limit it is over. */
  readonly reason: LimitName;
}

/** A run of lines that a parser may read as one paragraph or table. */
interface Leaf {
  startLine: number;
  endLine: number;
  characters: number;
  marks: number;
  rows: number;
  readonly batch: RowBatch;
  isTable: boolean;
  over: LimitName | undefined;
}

interface Scanner {
  readonly blocks: LiteralBlock[];
  readonly lists: ListStack;
  /** Lengths of the colons of open directives. */
  directives: number[];
  region: Region | undefined;
  /** Line that opened the region. */
  regionLine: number;
  leaf: Leaf | undefined;
  afterBlank: boolean;
  setext: number;
  doubleMarkers: number;
  turns: number;
  /** First line of the segment: what a parser reads at once. */
  segmentLine: number;
  /** First lines of tables that are parsed some rows at a time. */
  readonly tall: ReadonlySet<number>;
  /** Blocks of the segment so far. */
  leaves: number;
  /** Kind of the last block. */
  kind: string;
  cost: number;
}

/**
 * Finds the blocks that are over a limit.
 *
 * @param lines The whole file.
 * @returns The blocks in order, a measure of what the others will cost, and the characters of the longest segment.
 */
export function scanBlocks(lines: SourceLines): { blocks: LiteralBlock[]; cost: number; longest: number } {
  const count = lines.starts.length;
  if (lines.source.length > LIMITS.file) {
    return { blocks: [{ startLine: 1, endLine: count, reason: 'file' }], cost: 0, longest: lines.source.length };
  }
  const segments = splitSegments(lines);
  const begins = new Set(segments.map(({ startLine }) => startLine));
  const scanner: Scanner = {
    blocks: [],
    lists: emptyStack(),
    directives: [],
    region: undefined,
    regionLine: 0,
    leaf: undefined,
    afterBlank: true,
    setext: 0,
    doubleMarkers: 0,
    turns: 0,
    segmentLine: 1,
    tall: tallTables(lines, segments),
    leaves: 0,
    kind: 'none',
    cost: 0,
  };
  let line = 1;
  for (; line <= count; line++) {
    if (begins.has(line)) beginSegment(scanner, line);
    if (line - scanner.segmentLine >= LIMITS.lines || scanner.leaves > LIMITS.blocks) break;
    scanLine(scanner, lineText(lines, line), line);
  }
  const tail = tailFrom(scanner, lines, line);
  closeLeaf(scanner);
  beginSegment(scanner, line);
  if (tail !== undefined) scanner.blocks.push(tail);
  const lengths = segments.map(({ startLine, endLine }) => lengthOf(lines, startLine, endLine));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return { blocks: joinBlocks(scanner.blocks, lines), cost: scanner.cost, longest };
}

/** What a parser has to go through once more begins afresh with each segment. */
function beginSegment(scanner: Scanner, line: number): void {
  scanner.cost += 20 * scanner.turns ** 2;
  scanner.segmentLine = line;
  scanner.leaves = scanner.turns = scanner.setext = scanner.doubleMarkers = 0;
  scanner.kind = 'none';
}

/** All that comes after the last line that is parsed, if anything stands there. */
function tailFrom(scanner: Scanner, lines: SourceLines, next: number): LiteralBlock | undefined {
  const count = lines.starts.length;
  const reason = next - scanner.segmentLine >= LIMITS.lines ? 'lines' : 'blocks';
  if (next > count) return undefined;
  // A block is never cut in two: the one that is open goes with the rest.
  const startLine = (scanner.region && scanner.regionLine) ?? scanner.leaf?.startLine ?? next;
  if (lines.source.slice(lines.starts[startLine - 1]).trim() === '') return undefined;
  scanner.leaf = undefined;
  return { startLine, endLine: count, reason };
}

function scanLine(scanner: Scanner, text: string, line: number): void {
  if (scanner.region && staysInRegion(scanner, text)) return;
  const shape = lineShape(text);
  const isBlank = shape.rest === '' && (shape.markers === 0 || (shape.first === 'quote' && shape.indent <= 3));
  if (isBlank && text.trim() === '') {
    closeLeaf(scanner);
    scanner.afterBlank = true;
    scanner.lists.uncertain = false;
    return;
  }
  if (openRegion(scanner, text, shape)) {
    scanner.regionLine = line;
    return;
  }
  if (beginsItem(scanner.lists, shape, scanner.afterBlank) || isBlank || isHeading(scanner, shape)) closeLeaf(scanner);
  scanner.afterBlank = false;
  addLine(scanner, { text, line, shape });
}

/** Blocks over the same limit with nothing but blank lines between them become one. */
function joinBlocks(blocks: readonly LiteralBlock[], lines: SourceLines): LiteralBlock[] {
  const joined: LiteralBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const between = last ? lines.source.slice(lines.starts[last.endLine], lines.starts[block.startLine - 1]) : 'x';
    if (last?.reason === block.reason && between.trim() === '')
      joined[joined.length - 1] = { ...last, endLine: block.endLine };
    else joined.push(block);
  }
  return joined;
}

/** Whether a line still belongs to the open region; closes the region where it ends. */
function staysInRegion(scanner: Scanner, text: string): boolean {
  const { region } = scanner;
  const isBlank = text.trim() === '';
  if (!region || (region.untilBlank && isBlank) || endsDirective(scanner, text)) {
    scanner.region = undefined;
    return false;
  }
  if (region.until.test(text)) {
    scanner.region = undefined;
    scanner.afterBlank = true;
  }
  return true;
}

function endsDirective(scanner: Scanner, text: string): boolean {
  return scanner.directives.length > 0 && /^[ \t>]*:{3,}[ \t]*$/u.test(text);
}

function openRegion(scanner: Scanner, text: string, shape: LineShape): boolean {
  if (shape.indent > 0 && (scanner.lists.items.length > 0 || scanner.directives.length > 0)) return false;
  const region = shape.indent <= 3 && shape.first === 'none' ? openedRegion(text) : undefined;
  if (!region) return false;
  closeLeaf(scanner);
  scanner.lists.items = [];
  scanner.afterBlank = true;
  scanner.region = closesAtOnce(region, text) ? undefined : region;
  return true;
}

/** A heading outside lists is a block of its own. */
function isHeading(scanner: Scanner, shape: LineShape): boolean {
  return shape.indent <= 3 && scanner.lists.items.length === 0 && /^#{1,6}(?:[ \t]|$)/u.test(shape.rest);
}

interface Line {
  readonly text: string;
  readonly line: number;
  readonly shape: LineShape;
}

function addLine(scanner: Scanner, { text, line, shape }: Line): void {
  const leaf = scanner.leaf ?? newLeaf(line);
  scanner.leaf = leaf;
  const marks = countMarks(text);
  leaf.endLine = line;
  leaf.characters += text.length + 1;
  leaf.marks += marks;
  leaf.rows++;
  addRow(leaf.batch, text.length + 1, marks);
  if (leaf.rows === 2 && /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:|-]*)?$/u.test(shape.rest)) leaf.isTable = true;
  leaf.over ??= lineLimit(scanner, shape, leaf) ?? (marks > LIMITS.delimiters ? 'delimiters' : undefined);
}

function newLeaf(line: number): Leaf {
  return {
    startLine: line,
    endLine: line,
    characters: 0,
    marks: 0,
    rows: 0,
    batch: noRows(),
    isTable: false,
    over: undefined,
  };
}

/** Limits that one line can go over. */
function lineLimit(scanner: Scanner, shape: LineShape, leaf: Leaf): LimitName | undefined {
  if (shape.markers > LIMITS.depth || (shape.markers > 0 && shape.indent > LIMITS.depth * 2)) return 'depth';
  if (shape.markers > 1 && shape.first !== 'quote') scanner.doubleMarkers++;
  if (leaf.rows > 1 && /^(?:=+|-+)$/u.test(shape.rest)) scanner.setext++;
  if (leaf.rows === 1) countTurn(scanner, shape);
  const overDirectives = countDirectives(scanner, shape.rest);
  if (scanner.turns > LIMITS.turns) return 'turns';
  if (scanner.doubleMarkers > LIMITS.doubleMarkers && shape.markers > 1) return 'doubleMarkers';
  if (scanner.setext > LIMITS.setext && leaf.rows > 1) return 'setext';
  return overDirectives ? 'directives' : undefined;
}

/** Each change of container makes the parser go through what came before once more. */
function countTurn(scanner: Scanner, shape: LineShape): void {
  const kind = shape.rest.startsWith('[^') ? `note ${shape.rest.slice(0, 20)}` : shape.first;
  if (kind !== scanner.kind) scanner.turns++;
  scanner.kind = kind;
}

function countDirectives(scanner: Scanner, rest: string): boolean {
  const colons = /^(:{3,})(\S?)/u.exec(rest);
  if (!colons) return false;
  const length = colons[1]?.length ?? 3;
  if (colons[2] === '') {
    const closed = scanner.directives.findIndex((open) => open <= length);
    if (closed >= 0) scanner.directives = scanner.directives.slice(0, closed);
    return false;
  }
  if (scanner.directives.length >= LIMITS.directives) return true;
  scanner.directives.push(length);
  return false;
}

function closeLeaf(scanner: Scanner): void {
  const { leaf } = scanner;
  scanner.leaf = undefined;
  if (!leaf) return;
  scanner.leaves++;
  const isTall = leaf.isTable && scanner.tall.has(leaf.startLine);
  const reason = leaf.over ?? (isTall ? tallLimit(leaf) : leafLimit(leaf));
  if (reason) scanner.blocks.push({ startLine: leaf.startLine, endLine: leaf.endLine, reason });
  else scanner.cost += isTall ? costOfRows(leaf.batch, leaf.characters) : leaf.marks * leaf.marks;
}

function tallLimit(leaf: Leaf): LimitName | undefined {
  if (leaf.characters > LIMITS.tallTable) return 'tallTable';
  return costOfRows(leaf.batch, leaf.characters) > LIMITS.tableDelimiters ** 2 ? 'tableDelimiters' : undefined;
}

function leafLimit(leaf: Leaf): LimitName | undefined {
  if (leaf.isTable) {
    if (leaf.characters > LIMITS.table) return 'table';
    return leaf.marks > LIMITS.tableDelimiters ? 'tableDelimiters' : undefined;
  }
  if (leaf.characters > LIMITS.paragraph) return 'paragraph';
  return leaf.marks > LIMITS.delimiters ? 'delimiters' : undefined;
}
