import type { ListItem, Nodes, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Block, TextFile } from './types.ts';

/** What a piece of text is in Markdown. */
export type PieceKind = 'heading' | 'paragraph' | 'item' | 'row' | 'verbatim';

/** The smallest thing an editor takes into the hand: a heading, a paragraph, an item, a row. */
export interface Piece {
  readonly key: number;
  readonly kind: PieceKind;
  /** Its words in Markdown, on one line; all its lines where it is verbatim. */
  readonly text: string;
  /** Level of a heading, nesting of an item from 0. */
  readonly depth: number;
  readonly ordered: boolean;
  /** True for the first row of a table. */
  readonly head: boolean;
  readonly id?: string;
  /** A paragraph that is quoted or a footnote, an item of a list in HTML. */
  readonly form?: 'quote' | 'note' | 'html' | undefined;
  /** Keys of the earlier pieces it came from. */
  readonly origins: readonly number[];
  /** True where the editor took it elsewhere. */
  readonly moved: boolean;
}

const PLAIN = { depth: 0, ordered: false, head: false, origins: [], moved: false };

interface Reader {
  readonly source: string;
  readonly pieces: Piece[];
}

function sourceOf({ source }: Reader, node: Nodes): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function oneLine(text: string): string {
  return text.replace(/\s*\n[\s>]*/gu, ' ').trim();
}

function add(reader: Reader, piece: Pick<Piece, 'kind' | 'text'> & Partial<Piece>): void {
  if (piece.text !== '') reader.pieces.push({ ...PLAIN, ...piece, key: reader.pieces.length });
}

function readItem(reader: Reader, item: ListItem, depth: number, ordered: boolean): void {
  item.children.forEach((child, index) => {
    if (child.type === 'list') for (const inner of child.children) readItem(reader, inner, depth + 1, !!child.ordered);
    else if (child.type === 'paragraph' && index === 0)
      add(reader, { kind: 'item', text: oneLine(sourceOf(reader, child)), depth, ordered });
    else readBlock(reader, child);
  });
}

function readBlock(reader: Reader, node: RootContent): void {
  if (node.type === 'heading') {
    const text = oneLine(node.children.map((child) => sourceOf(reader, child)).join(''));
    add(reader, { kind: 'heading', text, depth: node.depth });
  } else if (node.type === 'paragraph') add(reader, { kind: 'paragraph', text: oneLine(sourceOf(reader, node)) });
  else if (node.type === 'list') for (const item of node.children) readItem(reader, item, 0, !!node.ordered);
  else if (node.type === 'table') {
    node.children.forEach((row, index) => {
      add(reader, { kind: 'row', text: oneLine(sourceOf(reader, row)), head: index === 0 });
    });
  } else if (node.type === 'code' && node.position?.start.column === 1 && /^[`~]/u.test(sourceOf(reader, node)))
    add(reader, { kind: 'verbatim', text: sourceOf(reader, node) });
}

/**
 * Reads Markdown as pieces. Raw HTML, quotations and notes are left out, lists are laid out anew.
 *
 * @param source a Markdown text
 */
export function readPieces(source: string): Piece[] {
  const tree: Root = remark().use(remarkGfm).parse(source);
  const reader: Reader = { source, pieces: [] };
  for (const node of tree.children) readBlock(reader, node);
  return reader.pieces;
}

interface Writer {
  readonly lines: string[];
  readonly blocks: Block[];
  readonly file: string;
  /** For each level of the list that is open: how many items, and how wide its markers are. */
  levels: { count: number; width: number }[];
}

function markItem(writer: Writer, piece: Piece): string {
  const depth = Math.min(piece.depth, writer.levels.length);
  const count = (writer.levels[depth]?.count ?? 0) + 1;
  const marker = piece.ordered ? `${count}. ` : '- ';
  const indent = writer.levels.slice(0, depth).reduce((sum, { width }) => sum + width, 0);
  writer.levels = [...writer.levels.slice(0, depth), { count, width: marker.length }];
  return `${' '.repeat(indent)}${marker}`;
}

function linesOf(writer: Writer, piece: Piece): string[] {
  const id = piece.id === undefined ? '' : ` ^${piece.id}`;
  if (piece.kind === 'heading') {
    return [`${'#'.repeat(piece.depth)} ${piece.text}${piece.id === undefined ? '' : ` {#${piece.id}}`}`];
  }
  if (piece.kind === 'item' && piece.form === 'html') return [`<li>${piece.text}</li>`];
  if (piece.kind === 'paragraph' && piece.form === 'quote') return [`> ${piece.text}${id}`];
  if (piece.kind === 'paragraph' && piece.form === 'note') return [`[^n${piece.key}]: ${piece.text}${id}`];
  if (piece.kind === 'item') return [`${markItem(writer, piece)}${piece.text}${id}`];
  if (piece.kind === 'paragraph') return [`${piece.text}${id}`];
  return piece.text.split('\n');
}

/** How many cells a row has, escaped borders left out. */
function columns(row: string): number {
  return row
    .replace(/^\s*\|/u, '')
    .replace(/\|\s*$/u, '')
    .split(/(?<!\\)\|/u).length;
}

function isInHtml(piece: Piece | undefined): boolean {
  return piece?.kind === 'item' && piece.form === 'html';
}

function writePiece(writer: Writer, piece: Piece, before: Piece | undefined): void {
  if (piece.kind !== 'item') writer.levels = [];
  const [inHtml, wasInHtml] = [isInHtml(piece), isInHtml(before)];
  if (wasInHtml && !inHtml) writer.lines.push('</ul>');
  const joins =
    before?.kind === piece.kind &&
    inHtml === wasInHtml &&
    (piece.kind === 'item' || (piece.kind === 'row' && !piece.head));
  if (writer.lines.length > 0 && !joins) writer.lines.push('');
  if (inHtml && !wasInHtml) writer.lines.push('<ul>');
  const lines = linesOf(writer, piece);
  const startLine = writer.lines.length + 1;
  writer.lines.push(...lines);
  writer.blocks.push({ file: writer.file, startLine, endLine: writer.lines.length, words: piece.text });
  if (piece.head) writer.lines.push(`|${' --- |'.repeat(columns(piece.text))}`);
}

/** Pieces as Markdown, and where in it each of them stands. */
export function writePieces(file: string, pieces: readonly Piece[]): { file: TextFile; blocks: Block[] } {
  const writer: Writer = { lines: [], blocks: [], file, levels: [] };
  pieces.forEach((piece, index) => {
    writePiece(writer, piece, pieces[index - 1]);
  });
  if (isInHtml(pieces.at(-1))) writer.lines.push('</ul>');
  return { file: { file, text: `${writer.lines.join('\n')}\n` }, blocks: writer.blocks };
}
