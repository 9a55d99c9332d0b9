/** What a reviewed copy changes, paragraph by paragraph, counted in the words that were sent. */
import type { WordBlock, WordFile, WordParagraph, WordPiece, WordRevision } from '../word/word-types.ts';
import { type CopyPart, changedWords, changeIn, paragraphAt } from './copy-looks.ts';
import { type Properties, propertiesOf } from './properties.ts';
import type { LeftOver, LooksEdit, ObjectGone, ParagraphReview, TextEdit, Who } from './review-types.ts';
import { childOf } from './xml-blocks.ts';

/** What a copy is read with. */
export interface ReviewContext {
  readonly file: WordFile;
  /** Who is named where a change names nobody. */
  readonly name: string;
  /** The copy as elements; changes of looks are read from it. */
  readonly part?: CopyPart;
}

interface Reader extends ReviewContext {
  readonly out: ParagraphReview[];
}

type Kind = 'kept' | 'in' | 'out' | 'again';

/** Reads some blocks of a reviewed copy as paragraphs of the text that was sent. */
export function reviewReading(blocks: readonly WordBlock[], context: ReviewContext): readonly ParagraphReview[] {
  const reader: Reader = { ...context, out: [] };
  readBlocks(blocks, reader);
  return reader.out;
}

function readBlocks(blocks: readonly WordBlock[], reader: Reader, gone?: WordRevision): void {
  let group: WordParagraph[] = [];
  const settle = (): void => {
    if (group.length > 0) readGroup(group, reader, gone);
    group = [];
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      settle();
      for (const row of block.rows) {
        const own = revisionOf(row.revisions, reader);
        for (const cell of row.cells) {
          const cellOwn = revisionOf(cell.revisions, reader);
          const isNew = [own, cellOwn].some((one) => one !== undefined && isIn(one));
          if (isNew) besides(cell.blocks, reader);
          else readBlocks(cell.blocks, reader, own ?? cellOwn ?? gone);
        }
      }
      continue;
    }
    group.push(block);
    const mark = revisionOf(block.mark, reader);
    if (mark === undefined || !isIn(mark)) settle();
  }
  settle();
}

/** What is new as a row or cell is carried as such; comments in it stand where it comes. */
function besides(blocks: readonly WordBlock[], reader: Reader): void {
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const { cells } of block.rows) for (const cell of cells) besides(cell.blocks, reader);
      continue;
    }
    const comments = new Set(block.pieces.flatMap((piece) => piece.comments));
    if (comments.size > 0) {
      const anchors = [...comments].map((comment) => ({ comment, from: 0, to: 0 }));
      const nothing = { original: '', edits: [], objects: [], looks: [], notes: [], left: [], isNew: true };
      reader.out.push({ ...nothing, anchors, indexes: [] });
    }
  }
}

function revisionOf(places: readonly number[], { file }: Reader): WordRevision | undefined {
  return places.map((at) => file.revisions[at]).find((one) => one !== undefined && one.kind !== 'formatting');
}

function isIn({ kind }: WordRevision): boolean {
  return kind === 'insertion' || kind === 'move-to';
}

interface GroupReader {
  original: string;
  /** All words so far, new ones too. */
  full: number;
  /** Which stretch of all words is which of the words that were sent. */
  readonly stretches: { readonly full: number; readonly from: number; readonly length: number }[];
  readonly edits: TextEdit[];
  readonly anchors: Map<string, { from: number; to: number }>;
  readonly objects: ObjectGone[];
  readonly counts: { note: number; picture: number; all: number };
  readonly notes: string[];
  readonly left: LeftOver[];
  readonly looks: LooksEdit[];
}

/** Paragraphs that were one when the text was sent. */
function readGroup(group: readonly WordParagraph[], reader: Reader, gone: WordRevision | undefined): void {
  const own: GroupReader = {
    ...{ original: '', full: 0, stretches: [], edits: [], anchors: new Map(), objects: [], notes: [], left: [] },
    ...{ looks: [], counts: { note: 0, picture: 0, all: 0 } },
  };
  group.forEach((paragraph, at) => {
    const before = own.full;
    for (const piece of paragraph.pieces) readPiece(piece, own, { reader, gone });
    readLooks(paragraph, before, { own, reader });
    if (at === group.length - 1) return;
    const place = { from: own.original.length, to: own.original.length, after: own.counts.all };
    const mark = revisionOf(paragraph.mark, reader);
    const properties = newProperties(paragraph, reader);
    own.edits.push({
      ...place,
      text: '\n',
      ...whoOf(mark, reader),
      ...moveOf(mark),
      ...(properties && { properties }),
    });
  });
  const last = revisionOf(group.at(-1)?.mark ?? [], reader);
  const properties = changedProperties(group.at(-1), reader);
  const isNew = own.original === '' && last !== undefined && isIn(last);
  reader.out.push({
    original: own.original,
    edits: joined(own.edits),
    anchors: [...own.anchors].map(([comment, place]) => ({ comment, ...place })),
    ...{ notes: own.notes, objects: own.objects, looks: own.looks, left: own.left, isNew },
    indexes: group.map(({ index }) => index),
    ...(properties !== undefined && { properties }),
    ...(last !== undefined && !isIn(last) && { joins: { ...whoOf(last, reader), ...moveOf(last) } }),
  });
  for (const { boxes } of group) readBlocks(boxes, reader, gone);
}

/** Changes of looks, where the elements of the paragraph hold as many words as were read. */
function readLooks(
  { index }: WordParagraph,
  before: number,
  { own, reader }: { readonly own: GroupReader; readonly reader: Reader },
): void {
  const element = reader.part && paragraphAt(reader.part, index);
  if (reader.part === undefined || element === undefined) return;
  for (const { from, to, change, ...who } of changedWords(element, reader.part)) {
    for (const { full, from: start, length } of own.stretches) {
      const [first, last] = [Math.max(from + before, full), Math.min(to + before, full + length)];
      if (first >= last) continue;
      const place = { from: first - full + start, to: last - full + start };
      own.looks.push({ author: reader.name, ...who, ...place, change });
    }
  }
}

function newProperties({ index }: WordParagraph, { part }: Reader): Properties | undefined {
  const element = part && paragraphAt(part, index);
  if (part === undefined || element === undefined) return undefined;
  return propertiesOf(childOf(element, 'pPr'), 'pPr', part.transplant);
}

function changedProperties(
  paragraph: WordParagraph | undefined,
  { part, name }: Reader,
): ParagraphReview['properties'] {
  const element = paragraph && part && paragraphAt(part, paragraph.index);
  if (part === undefined || element === undefined) return undefined;
  const found = changeIn(childOf(element, 'pPr'), 'pPr', part.transplant);
  return found === undefined ? undefined : { author: name, ...found };
}

interface PieceContext {
  readonly reader: Reader;
  /** The change by which all of a row is taken out. */
  readonly gone: WordRevision | undefined;
}

function readPiece(piece: WordPiece, own: GroupReader, { reader, gone }: PieceContext): void {
  const from = own.original.length;
  const words = piece.type === 'text' ? piece.text : '';
  const { kind, revision, again } = kindOf(piece, reader, gone);
  const wasSent = kind === 'kept' || kind === 'out';
  if (wasSent && words !== '') own.stretches.push({ full: own.full, from, length: words.length });
  own.full += words.length;
  if (wasSent) own.original += words;
  const who = { ...whoOf(revision, reader), ...moveOf(revision) };
  if (piece.type === 'note' && wasSent) own.notes.push(`${piece.note} ${piece.text}`);
  if (piece.type === 'text') readWords(words, { from, kind, who, again, piece }, own);
  else readObject(piece, { from, kind, who }, own);
  for (const id of piece.comments) {
    const known = own.anchors.get(id);
    own.anchors.set(id, { from: known?.from ?? from, to: own.original.length });
  }
}

interface Told {
  readonly from: number;
  readonly kind: Kind;
  readonly who: Who & { readonly move?: string };
}

function readWords(
  words: string,
  { from, kind, who, again, piece }: Told & { readonly again: Who | undefined; readonly piece: WordPiece },
  own: GroupReader,
): void {
  if (kind === 'out') own.edits.push({ from, to: own.original.length, text: '', ...who });
  if (kind !== 'in' && kind !== 'again') return;
  const { style, link } = piece;
  own.edits.push({
    ...{ from, to: from, after: own.counts.all, text: words.replaceAll('\n', ' '), ...who },
    style,
    ...(link !== undefined && { link }),
    ...(again !== undefined && { again }),
  });
}

function readObject(piece: WordPiece, { from, kind, who }: Told, own: GroupReader): void {
  const object = piece.type === 'note' ? 'note' : 'picture';
  const { author, date } = who;
  const plain = { author, ...(date !== undefined && { date }) };
  if (kind === 'kept' || kind === 'out') {
    if (kind === 'out') own.objects.push({ object, nth: own.counts[object], ...plain });
    own.counts[object] += 1;
    own.counts.all += 1;
  } else if (kind === 'in' && object === 'note' && piece.note !== undefined)
    own.edits.push({
      from,
      to: from,
      text: '',
      after: own.counts.all,
      ...plain,
      note: { kind: piece.note, id: piece.text },
    });
  else if (kind === 'in') {
    const named = piece.text === '' ? '' : `: “${piece.text}”`;
    own.left.push({ author, what: `puts a picture in here${named}` });
  }
}

function kindOf(
  piece: WordPiece,
  reader: Reader,
  gone: WordRevision | undefined,
): { readonly kind: Kind; readonly revision?: WordRevision; readonly again?: Who } {
  const { file } = reader;
  const own = piece.revisions.flatMap((at) => file.revisions[at] ?? []).filter(({ kind }) => kind !== 'formatting');
  const [into, out] = [own.find(isIn), own.find((one) => !isIn(one)) ?? gone];
  if (into !== undefined && out !== undefined) return { kind: 'again', revision: into, again: whoOf(out, reader) };
  if (into !== undefined) return { kind: 'in', revision: into };
  return out === undefined ? { kind: 'kept' } : { kind: 'out', revision: out };
}

function whoOf(revision: WordRevision | undefined, { name }: Reader): Who {
  const { author = name, date } = revision ?? {};
  return { author, ...(date !== undefined && { date }) };
}

function moveOf(revision: WordRevision | undefined): { readonly move?: string } {
  if (revision?.kind !== 'move-from' && revision?.kind !== 'move-to') return {};
  return { move: revision.move ?? '' };
}

/** Neighbours of one author that look the same are one edit. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const out: TextEdit[] = [];
  for (const edit of edits) {
    const last = out.at(-1);
    if (last !== undefined && canJoin(last, edit))
      out[out.length - 1] = { ...last, to: edit.to, text: last.text + edit.text };
    else out.push(edit);
  }
  return out;
}

function canJoin(last: TextEdit, edit: TextEdit): boolean {
  const isSame = last.author === edit.author && last.date === edit.date && last.to === edit.from;
  const isAlike = (last.text === '') === (edit.text === '') && (edit.text === '' || last.from === edit.from);
  const looks = ({ style, link, again, move, after }: TextEdit) => JSON.stringify([style, link, again, move, after]);
  return isSame && isAlike && isWords(last) && isWords(edit) && looks(last) === looks(edit);
}

/** Words, and neither a new paragraph with looks of its own nor a note. */
function isWords({ properties, note }: TextEdit): boolean {
  return properties === undefined && note === undefined;
}
