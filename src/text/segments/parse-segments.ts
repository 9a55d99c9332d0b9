import type { Root, RootContent } from 'mdast';
import { pointAt, type SourceLines, sourceLines } from '../source-lines.ts';
import { type Labels, labelsOf, mayDefine, NO_LABELS, onlyNote, usedLabels } from './labels.ts';
import { type SegmentMemo, segmentMemo } from './memo.ts';
import { placed } from './place.ts';
import { readPlain } from './plain.ts';
import { type Segment, splitSegments } from './split.ts';
import { isTallTable, readTallTable } from './tall-table.ts';

/** A parser of Markdown that can be told what is defined elsewhere in the file. */
export type ParseBlocks = (source: string, labels: Labels) => Root;

/** Characters parsed in one go: enough that the parser's start costs little, not so many that it gets slow. */
const BATCH = 4096;

/** Stages of one text have most of their blocks in common: so much of them is remembered. */
const REMEMBERED = 8 * 1024 * 1024;

const shared = segmentMemo(REMEMBERED);

/**
 * Parses Markdown block by block: the same tree as in one go, in time that grows with the length of the text alone.
 *
 * A block that was parsed before, here or in another file, is not parsed again; one that there is but one way to read is read at once.
 *
 * @param source The whole file.
 * @param parse The parser for all else.
 * @param memo What was parsed before; that of the whole program if absent.
 */
export function parseSegments(source: string, parse: ParseBlocks, memo: SegmentMemo = shared): Root {
  const lines = sourceLines(source);
  const pieces = piecesOf(lines);
  const labels = definedIn(pieces, parse);
  for (const piece of pieces) readWithoutParser(piece, labels);
  for (const piece of pieces) lookUp(piece, labels, memo);
  for (const piece of pieces) readTall(piece, { parse, labels, memo });
  for (const batch of batches(pieces)) parseBatch(batch, { parse, labels, memo });
  return rootOf(lines, pieces);
}

/**
 * Reads Markdown of which every block can be read without a parser.
 *
 * @param source The whole file.
 * @returns Undefined where there is a block that can't.
 */
export function parsePlainSegments(source: string): Root | undefined {
  const lines = sourceLines(source);
  const pieces = piecesOf(lines);
  const notes = pieces.filter(({ text }) => mayDefine(text)).map(({ text }) => onlyNote(text));
  if (notes.includes(undefined)) return undefined;
  const labels: Labels = { ...NO_LABELS, notes: new Set(notes.flatMap((note) => [...(note?.notes ?? [])])) };
  for (const piece of pieces) {
    readWithoutParser(piece, labels);
    if (piece.nodes === undefined) return undefined;
  }
  return rootOf(lines, pieces);
}

function piecesOf(lines: SourceLines): Piece[] {
  return splitSegments(lines).map((segment) => pieceOf(lines, segment));
}

function rootOf(lines: SourceLines, pieces: readonly Piece[]): Root {
  return {
    type: 'root',
    children: pieces.flatMap(({ nodes = [] }) => nodes),
    position: { start: { line: 1, column: 1, offset: 0 }, end: pointAt(lines, lines.source.length) },
  };
}

/** A segment on its way to be parsed. */
interface Piece {
  readonly text: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** How many lines it has. */
  readonly height: number;
  readonly offset: number;
  key: string;
  nodes: RootContent[] | undefined;
}

function pieceOf({ source, starts }: SourceLines, { startLine, endLine }: Segment): Piece {
  const offset = starts[startLine - 1] ?? 0;
  const isLast = endLine === starts.length;
  // The end of its last line belongs to no block, and at the end of a file it would begin one more line.
  const text = isLast ? source.slice(offset) : source.slice(offset, starts[endLine]).replace(/(?:\r\n|\n|\r)$/u, '');
  return { text, line: startLine, offset, height: endLine - startLine + 1, key: '', nodes: undefined };
}

function readWithoutParser(piece: Piece, labels: Labels): void {
  const plain = readPlain(piece.text, piece, labels);
  if (plain !== undefined) piece.nodes = [plain];
}

/** What the file defines; which blocks define something does not depend on what is defined. */
function definedIn(pieces: readonly Piece[], parse: ParseBlocks): Labels {
  const defining = pieces.filter(({ text }) => mayDefine(text));
  if (defining.length === 0) return NO_LABELS;
  const found = defining.map(({ text }) => onlyNote(text) ?? labelsOf(parse(text, NO_LABELS).children));
  return {
    links: new Set(found.flatMap(({ links }) => [...links])),
    notes: new Set(found.flatMap(({ notes }) => [...notes])),
  };
}

function lookUp(piece: Piece, labels: Labels, memo: SegmentMemo): void {
  if (piece.nodes !== undefined) return;
  piece.key = `${piece.text}\0${usedLabels(piece.text, labels)}`;
  const known = memo.get(piece.key);
  if (known === undefined) return;
  piece.nodes = placed(known.nodes, { lines: piece.line - known.line, offset: piece.offset - known.offset });
}

/** Pieces to be parsed together, and the text that holds them. */
interface Batch {
  readonly pieces: { readonly piece: Piece; readonly line: number; readonly offset: number }[];
  text: string;
  /** Lines of the text. */
  height: number;
}

/** The pieces that are not read yet, put together wherever they stand: none of them goes on in the next. */
function batches(pieces: readonly Piece[]): Batch[] {
  const found: Batch[] = [];
  let batch: Batch = { pieces: [], text: '', height: 0 };
  for (const piece of pieces) {
    if (piece.nodes !== undefined) continue;
    if (!mayJoin(batch, piece)) batch = { pieces: [], text: '', height: 0 };
    if (batch.pieces.length === 0) found.push(batch);
    // A line feed after a carriage return would end no second line.
    else if (ENDS_BLANK.test(batch.text)) batch.text += batch.text.endsWith('\r') ? '\r' : '\n';
    else {
      batch.text += '\n\n';
      batch.height++;
    }
    batch.pieces.push({ piece, line: batch.height + 1, offset: batch.text.length });
    batch.text += piece.text;
    batch.height += piece.height;
  }
  return found;
}

const ENDS_BLANK = /[\r\n][ \t]*$/u;
/** What could go on with a list that stands before it, or be code. */
const MAY_CONTINUE = /^(?:[-+*\s]|\d{1,9}[.)])/u;

function mayJoin({ text }: Batch, piece: Piece): boolean {
  return text.length + piece.text.length <= BATCH && !MAY_CONTINUE.test(piece.text);
}

interface Parsing {
  readonly parse: ParseBlocks;
  readonly labels: Labels;
  readonly memo: SegmentMemo;
}

function readTall(piece: Piece, { parse, labels, memo }: Parsing): void {
  if (piece.nodes !== undefined || !isTallTable(piece.text)) return;
  const table = readTallTable(piece.text, piece, parse, labels);
  if (table === undefined) return;
  piece.nodes = [table];
  memo.set(piece.key, { nodes: piece.nodes, line: piece.line, offset: piece.offset });
}

function parseBatch({ pieces, text }: Batch, { parse, labels, memo }: Parsing): void {
  const parsed = parse(text, labels).children;
  let at = 0;
  for (const [index, { piece, line, offset }] of pieces.entries()) {
    const until = pieces[index + 1]?.offset ?? Number.POSITIVE_INFINITY;
    const from = at;
    while (at < parsed.length && (parsed[at]?.position?.start.offset ?? 0) < until) at++;
    const nodes = parsed.slice(from, at);
    memo.set(piece.key, { nodes, line, offset });
    piece.nodes = placed(nodes, { lines: piece.line - line, offset: piece.offset - offset });
  }
}
