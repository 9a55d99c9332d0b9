/** What a reviewed copy changes, paragraph by paragraph, counted in the words that were sent. */
import { diff } from 'fast-myers-diff';
import type { WordBlock, WordFile, WordParagraph, WordPiece, WordRevision, WordStyle } from '../word/word-types.ts';
import { type CopyPart, changedWords, changeIn, type LooksChange, paragraphAt } from './copy-looks.ts';
import { type Properties, propertiesOf } from './properties.ts';
import { childOf } from './xml-blocks.ts';

/** Who changed something, and when. */
export interface Who {
  readonly author: string;
  readonly date?: string;
}

/** What is an end of a tracked move. */
export interface Moved {
  /** Name of the move. */
  readonly move?: string;
  /** The marks around all of the end, where this is the first or last of it. */
  readonly moveStart?: string;
  readonly moveEnd?: string;
}

/** Words put in, or words taken out. */
export interface TextEdit extends Who, Moved {
  /** Offsets in the paragraph as it was sent; the same for what is put in. */
  readonly from: number;
  readonly to: number;
  /** Words put in; line ends part paragraphs. */
  readonly text: string;
  /** How new words look. */
  readonly style?: WordStyle;
  /** Where new words lead. */
  readonly link?: string;
  /** Who takes the new words out again. */
  readonly again?: Who;
  /** Of a new paragraph its properties. */
  readonly properties?: Properties;
  /** Marks of notes and pictures that stood before it in the paragraph as it was sent. */
  readonly after?: number;
  /** A note that is put in here. */
  readonly note?: { readonly kind: 'footnote' | 'endnote'; readonly id: string };
}

/** A mark of a note or a picture that is taken out. */
export interface ObjectGone extends Who {
  readonly object: 'note' | 'picture';
  /** Which of them in the paragraph as it was sent, from 0. */
  readonly nth: number;
}

/** Words that are to look otherwise. */
export interface LooksEdit extends Who {
  readonly from: number;
  readonly to: number;
  readonly change: LooksChange['change'];
}

/** A place that a comment begins or ends at. */
export interface Anchor {
  readonly comment: string;
  readonly from: number;
  readonly to: number;
}

/** Something that can't be carried over, in words. */
export interface LeftOver {
  readonly author: string;
  readonly what: string;
}

/** What one reviewer does to one paragraph. */
export interface ParagraphReview {
  /** The paragraph as it was sent, told from the copy. */
  readonly original: string;
  readonly edits: readonly TextEdit[];
  readonly anchors: readonly Anchor[];
  readonly objects: readonly ObjectGone[];
  readonly looks: readonly LooksEdit[];
  /** A change of its own properties. */
  readonly properties?: Who & { readonly change: LooksChange['change'] };
  /** Footnotes whose marks stand in it as it was sent, as `footnote 3`. */
  readonly notes: readonly string[];
  /** That it is joined with the next one. */
  readonly joins?: Who & Moved;
  /** What of it has no place in another text. */
  readonly left: readonly LeftOver[];
  /** Numbers of its paragraphs in the copy. */
  readonly indexes: readonly number[];
  /** True where nothing of it was sent: all of it, its mark too, is new. */
  readonly isNew: boolean;
}

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

/**
 * The same edits counted in another writing of the paragraph, which differs in white space alone; undefined where it differs in words.
 *
 * @param review What a reviewer did.
 * @param sent The paragraph as the base has it.
 */
export function onBase(review: ParagraphReview, sent: string): ParagraphReview | undefined {
  if (review.original === sent) return review;
  if (inkOf(review.original) !== inkOf(sent)) return undefined;
  const places: number[] = [];
  for (let at = 0; at < sent.length; at += 1) if (!/\s/u.test(sent[at] ?? '')) places.push(at);
  const move = (offset: number): number => {
    const before = inkOf(review.original.slice(0, offset)).length;
    if (before === 0) return offset === 0 ? 0 : (places[0] ?? 0);
    const after = (places[before - 1] ?? 0) + 1;
    // Behind white space in the one is behind white space in the other.
    const isBehind = /\s$/u.test(review.original.slice(0, offset));
    return isBehind ? (places[before] ?? sent.length) : after;
  };
  return {
    ...review,
    original: sent,
    edits: review.edits.map((edit) => ({ ...edit, from: move(edit.from), to: move(edit.to) })),
    anchors: review.anchors.map((anchor) => ({ ...anchor, from: move(anchor.from), to: move(anchor.to) })),
    looks: review.looks.map((looks) => ({ ...looks, from: move(looks.from), to: move(looks.to) })),
  };
}

/** Characters without white space. */
export function inkOf(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * The edits of a paragraph that was also changed without tracking, found by comparing words; those that were tracked keep their authors
 * where they stand beside what was not.
 *
 * @param review What a reviewer did to what they had.
 * @param sent The paragraph as the base has it.
 * @param name Who is named for what was not tracked.
 */
export function compared(review: ParagraphReview, sent: string, name: string): ParagraphReview {
  const hunks = wordChanges(sent, review.original);
  const move = (offset: number): number | undefined => {
    let shift = 0;
    for (const { from, to, newFrom, newTo } of hunks) {
      if (offset <= newFrom) break;
      if (offset < newTo) return undefined;
      shift = to - from - (newTo - newFrom) + shift;
    }
    return offset + shift;
  };
  const own = review.edits.map((edit) => ({ edit, from: move(edit.from), to: move(edit.to) }));
  const isApart = own.every(({ from, to }) => from !== undefined && to !== undefined);
  const untracked = (isApart ? hunks : wordChanges(sent, acceptedWords(review))).flatMap(
    ({ from, to, text }): TextEdit[] => [
      ...(to > from ? [{ from, to, text: '', author: name }] : []),
      ...(text === '' ? [] : [{ from: to, to, text, author: name }]),
    ],
  );
  const kept = own.map(({ edit, from = 0, to = 0 }) => ({ ...edit, from, to }));
  const near = <Type extends { readonly from: number; readonly to: number }>(one: Type): Type => {
    const [from = Math.min(one.from, sent.length), to = Math.min(one.to, sent.length)] = [move(one.from), move(one.to)];
    return { ...one, from, to: Math.max(from, to) };
  };
  return {
    ...review,
    original: sent,
    edits: isApart ? [...kept, ...untracked] : untracked,
    anchors: review.anchors.map(near),
    looks: review.looks.map(near),
  };
}

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
  readonly text: string;
}

/** Where two texts differ, by words. */
function wordChanges(before: string, after: string): readonly Hunk[] {
  const [a, b] = [before.match(/\s+|[^\s]+/gu) ?? [], after.match(/\s+|[^\s]+/gu) ?? []];
  const offsetsOf = (words: readonly string[]) => {
    const offsets = [0];
    for (const word of words) offsets.push((offsets.at(-1) ?? 0) + word.length);
    return (at: number) => offsets[at] ?? 0;
  };
  const [here, there] = [offsetsOf(a), offsetsOf(b)];
  return [...diff(a, b)].map(([from, to, newFrom, newTo]) => ({
    ...{ from: here(from), to: here(to), newFrom: there(newFrom), newTo: there(newTo) },
    text: b.slice(newFrom, newTo).join(''),
  }));
}

/** The paragraph with its edits. */
export function acceptedWords({ original, edits }: Pick<ParagraphReview, 'original' | 'edits'>): string {
  let out = '';
  let at = 0;
  for (const { from, to, text, again } of [...edits].sort((one, other) => one.from - other.from || one.to - other.to)) {
    out += original.slice(at, Math.max(at, from)) + (again === undefined ? text : '');
    at = Math.max(at, to);
  }
  return out + original.slice(at);
}
