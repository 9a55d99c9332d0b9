/** Paragraphs, rows and tables that somebody puts in, as XML: words with their looks, and nothing that other files hold for them. */

import type { WordFile, WordParagraph, WordPiece, WordRevision, WordStyle } from '../word/word-types.ts';
import { xmlText } from '../xml-text.ts';
import { type CopyPart, whoIn } from './copy-looks.ts';
import { linked, type Tagging, trackTag } from './merge-words.ts';
import { inOrder, propertiesOf } from './properties.ts';
import type { LeftOver, Who } from './review-types.ts';
import { childOf, type XmlBlock, type XmlCell, type XmlRow, type XmlTable } from './xml-blocks.ts';

/** What new blocks are written with. */
export interface NewBlocks extends Tagging {
  readonly part: CopyPart;
  readonly file: WordFile;
  /** The paragraphs of the copy by their numbers. */
  readonly paragraphs: ReadonlyMap<number, WordParagraph>;
  /** Who is named where a change names nobody. */
  readonly name: string;
  /** Where it is told what can't be written. */
  readonly left: LeftOver[];
}

/** A row that is new. */
export function newRow(row: XmlRow, writer: NewBlocks): string {
  const { prefix, part } = writer;
  const mark = childOf(childOf(row.element, 'trPr'), 'ins');
  const who = { author: writer.name, ...whoIn(mark) };
  const own = inOrder(propertiesOf(childOf(row.element, 'trPr'), 'trPr', part.transplant), 'trPr');
  const head = `<${prefix}trPr>${own}<${trackTag(writer, 'ins', who)}/></${prefix}trPr>`;
  const cells = row.cells.map((cell) => newCell(cell, { who, isMarked: false }, writer));
  return `<${prefix}tr>${head}${cells.join('')}</${prefix}tr>`;
}

/** A cell that is new, in a row that is or is not. */
export function newCell(
  { element, blocks }: XmlCell,
  { who, isMarked }: { readonly who: Who; readonly isMarked: boolean },
  writer: NewBlocks,
): string {
  const { prefix, part } = writer;
  const own = inOrder(propertiesOf(childOf(element, 'tcPr'), 'tcPr', part.transplant), 'tcPr');
  const mark = isMarked ? `<${trackTag(writer, 'cellIns', who)}/>` : '';
  const inner = blocks.map((block) => newBlock(block, who, writer)).join('');
  // Every cell ends in a paragraph.
  const end = blocks.at(-1)?.type === 'paragraph' ? '' : `<${prefix}p/>`;
  const head = own + mark === '' ? '' : `<${prefix}tcPr>${own}${mark}</${prefix}tcPr>`;
  return `<${prefix}tc>${head}${inner}${end}</${prefix}tc>`;
}

/** A table of which all is new. */
export function newTable(table: XmlTable, writer: NewBlocks): string {
  const { prefix, part } = writer;
  const own = inOrder(propertiesOf(childOf(table.element, 'tblPr'), 'tblPr', part.transplant), 'tblPr');
  const grid = childOf(table.element, 'tblGrid')?.children.filter(({ name }) => name === 'gridCol') ?? [];
  const columns = grid.map((column) => `<${prefix}gridCol ${prefix}w="${Number(column.attributes.get('w')) || 0}"/>`);
  const head = `<${prefix}tblPr>${own}</${prefix}tblPr><${prefix}tblGrid>${columns.join('')}</${prefix}tblGrid>`;
  return `<${prefix}tbl>${head}${table.rows.map((row) => newRow(row, writer)).join('')}</${prefix}tbl>`;
}

/** A block of which all is new. */
export function newBlock(block: XmlBlock, who: Who, writer: NewBlocks): string {
  if (block.type === 'table') return newTable(block, writer);
  const { prefix, part } = writer;
  const paragraph = writer.paragraphs.get(block.index);
  const own = inOrder(propertiesOf(childOf(block.element, 'pPr'), 'pPr', part.transplant), 'pPr');
  const head = `<${prefix}pPr>${own}<${prefix}rPr><${trackTag(writer, 'ins', who)}/></${prefix}rPr></${prefix}pPr>`;
  const runs = (paragraph?.pieces ?? []).map((piece) => newRun(piece, who, writer));
  return `<${prefix}p>${head}${runs.join('')}</${prefix}p>`;
}

function newRun(piece: WordPiece, who: Who, writer: NewBlocks): string {
  const { prefix, file } = writer;
  const { into, out } = changesOf(piece, file);
  const author = named(into, who);
  if (piece.type !== 'text') {
    tellObject(piece, author, writer);
    return '';
  }
  const tag = out === undefined ? 't' : 'delText';
  const lines = piece.text.split('\n');
  const words = lines
    .map((line) => `<${prefix}${tag} xml:space="preserve">${xmlText(line)}</${prefix}${tag}>`)
    .join(`<${prefix}br/>`);
  const run = `<${prefix}r>${plainLooks(piece.style, prefix)}${words}</${prefix}r>`;
  const inner = out === undefined ? run : `<${trackTag(writer, 'del', named(out, who))}>${run}</${prefix}del>`;
  return `<${trackTag(writer, 'ins', author)}>${linked(writer, piece.link, inner)}</${prefix}ins>`;
}

function changesOf({ revisions }: WordPiece, file: WordFile) {
  const own = revisions.flatMap((at) => file.revisions[at] ?? []);
  const of = (kinds: readonly string[]) => own.find(({ kind }) => kinds.includes(kind));
  return { into: of(['insertion', 'move-to']), out: of(['deletion', 'move-from']) };
}

/** Notes and pictures of new paragraphs can't be written. */
function tellObject(piece: WordPiece, { author }: Who, { left, file }: NewBlocks): void {
  const what = piece.type === 'note' ? 'puts a footnote in here' : 'puts a picture in here';
  const text = piece.type === 'note' ? noteWords(piece, file) : piece.text;
  left.push({ author, what: text === '' ? what : `${what}: “${text}”` });
}

/** Tells the notes and pictures of paragraphs of which the words alone are put in. */
export function tellObjects(indexes: readonly number[], writer: NewBlocks): void {
  for (const piece of indexes.flatMap((index) => writer.paragraphs.get(index)?.pieces ?? [])) {
    const { into, out } = changesOf(piece, writer.file);
    if (piece.type !== 'text' && out === undefined) tellObject(piece, named(into, { author: writer.name }), writer);
  }
}

function named(revision: WordRevision | undefined, who: Who): Who {
  if (revision?.author === undefined) return who;
  return { author: revision.author, ...(revision.date !== undefined && { date: revision.date }) };
}

function noteWords({ note, text }: WordPiece, { notes }: WordFile): string {
  const blocks = notes.find(({ kind, id }) => kind === note && id === text)?.blocks ?? [];
  const pieces = blocks.flatMap((block) => (block.type === 'paragraph' ? block.pieces : []));
  return pieces
    .map((piece) => (piece.type === 'text' ? piece.text : ''))
    .join('')
    .trim();
}

function plainLooks({ bold, italic, strike, raised }: WordStyle, prefix: string): string {
  const looks = [
    bold ? `<${prefix}b/>` : '',
    italic ? `<${prefix}i/>` : '',
    strike ? `<${prefix}strike/>` : '',
    raised === undefined ? '' : `<${prefix}vertAlign ${prefix}val="${raised}"/>`,
  ].join('');
  return looks === '' ? '' : `<${prefix}rPr>${looks}</${prefix}rPr>`;
}
