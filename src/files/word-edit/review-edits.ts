/** What a reviewed copy changes, paragraph by paragraph, counted in the words that were sent. */
import { diff } from 'fast-myers-diff';
import type { WordBlock, WordFile, WordParagraph, WordPiece, WordRevision } from '../word/word-types.ts';

/** Words put in, or words taken out. */
export interface TextEdit {
  /** Offsets in the paragraph as it was sent; the same for what is put in. */
  readonly from: number;
  readonly to: number;
  /** Words put in; line ends part paragraphs. */
  readonly text: string;
  readonly author: string;
  readonly date?: string;
}

/** A place that a comment begins or ends at. */
export interface Anchor {
  readonly comment: string;
  readonly from: number;
  readonly to: number;
}

/** What one reviewer does to one paragraph. */
export interface ParagraphReview {
  /** The paragraph as it was sent, told from the copy. */
  readonly original: string;
  readonly edits: readonly TextEdit[];
  readonly anchors: readonly Anchor[];
  /** Footnotes whose marks stand in it, as `footnote 3`. */
  readonly notes: readonly string[];
  /** That it is joined with the next one. */
  readonly joins?: { readonly author: string; readonly date?: string };
}

/** A reviewed copy, as paragraphs of the text that was sent. */
export interface ReviewReading {
  readonly paragraphs: readonly ParagraphReview[];
  /** Rows that are new, and other changes that have no place among words. */
  readonly left: number;
}

interface Reader {
  readonly file: WordFile;
  /** Who is named where a change names nobody. */
  readonly name: string;
  readonly out: ParagraphReview[];
  left: number;
}

type Kind = 'kept' | 'in' | 'out' | 'neither';

/** Reads a reviewed copy. */
export function reviewReading(file: WordFile, name: string): ReviewReading {
  const reader: Reader = { file, name, out: [], left: 0 };
  readBlocks(file.body, reader);
  return { paragraphs: reader.out, left: reader.left };
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
        if (own !== undefined && isIn(own)) reader.left += 1;
        else for (const { blocks: inner } of row.cells) readBlocks(inner, reader, own ?? gone);
      }
      continue;
    }
    group.push(block);
    const mark = revisionOf(block.mark, reader);
    if (mark === undefined || !isIn(mark)) settle();
  }
  settle();
}

function revisionOf(places: readonly number[], { file }: Reader): WordRevision | undefined {
  return places.map((at) => file.revisions[at]).find((one) => one !== undefined && one.kind !== 'formatting');
}

function isIn({ kind }: WordRevision): boolean {
  return kind === 'insertion' || kind === 'move-to';
}

interface GroupReader {
  original: string;
  readonly edits: TextEdit[];
  readonly anchors: Map<string, { from: number; to: number }>;
  readonly notes: string[];
}

/** Paragraphs that were one when the text was sent. */
function readGroup(group: readonly WordParagraph[], reader: Reader, gone: WordRevision | undefined): void {
  const own: GroupReader = { original: '', edits: [], anchors: new Map(), notes: [] };
  group.forEach((paragraph, at) => {
    for (const piece of paragraph.pieces) readPiece(piece, own, { reader, gone });
    if (at === group.length - 1) return;
    const place = { from: own.original.length, to: own.original.length };
    own.edits.push({ ...place, text: '\n', ...whoOf(revisionOf(paragraph.mark, reader), reader) });
  });
  const last = revisionOf(group.at(-1)?.mark ?? [], reader);
  reader.out.push({
    original: own.original,
    edits: joined(own.edits),
    anchors: [...own.anchors].map(([comment, place]) => ({ comment, ...place })),
    notes: own.notes,
    ...(last !== undefined && !isIn(last) && { joins: whoOf(last, reader) }),
  });
  for (const { boxes } of group) readBlocks(boxes, reader, gone);
}

interface PieceContext {
  readonly reader: Reader;
  /** The change by which all of a row is taken out. */
  readonly gone: WordRevision | undefined;
}

function readPiece(piece: WordPiece, own: GroupReader, { reader, gone }: PieceContext): void {
  if (piece.type === 'note') own.notes.push(`${piece.note} ${piece.text}`);
  const from = own.original.length;
  const words = piece.type === 'text' ? piece.text : '';
  const { kind, revision } = kindOf(piece, reader, gone);
  if (kind === 'kept' || kind === 'out') own.original += words;
  const who = whoOf(revision, reader);
  if (words === '' && kind !== 'kept') reader.left += 1;
  else if (kind === 'neither') reader.left += 1;
  else if (kind === 'out') own.edits.push({ from, to: own.original.length, text: '', ...who });
  else if (kind === 'in') own.edits.push({ from, to: from, text: words.replaceAll('\n', ' '), ...who });
  for (const id of piece.comments) {
    const known = own.anchors.get(id);
    own.anchors.set(id, { from: known?.from ?? from, to: own.original.length });
  }
}

function kindOf(
  piece: WordPiece,
  { file }: Reader,
  gone: WordRevision | undefined,
): { readonly kind: Kind; readonly revision?: WordRevision } {
  const own = piece.revisions.flatMap((at) => file.revisions[at] ?? []).filter(({ kind }) => kind !== 'formatting');
  const [into, out] = [own.find(isIn), own.find((one) => !isIn(one)) ?? gone];
  if (into !== undefined && out !== undefined) return { kind: 'neither', revision: out };
  if (into !== undefined) return { kind: 'in', revision: into };
  return out === undefined ? { kind: 'kept' } : { kind: 'out', revision: out };
}

function whoOf(revision: WordRevision | undefined, { name }: Reader): { author: string; date?: string } {
  const { author = name, date } = revision ?? {};
  return { author, ...(date !== undefined && { date }) };
}

/** Neighbours of one author are one edit. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const out: TextEdit[] = [];
  for (const edit of edits) {
    const last = out.at(-1);
    const same = last !== undefined && last.author === edit.author && last.date === edit.date && last.to === edit.from;
    const alike = same && (last.text === '') === (edit.text === '') && (edit.text === '' || last.from === edit.from);
    if (alike) out[out.length - 1] = { ...last, to: edit.to, text: last.text + edit.text };
    else out.push(edit);
  }
  return out;
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
  };
}

/** Characters without white space. */
export function inkOf(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * The edits of a paragraph that was changed without tracking, found by comparing words.
 *
 * @param review What a reviewer did to what they had.
 * @param sent The paragraph as the base has it.
 */
export function compared(review: ParagraphReview, sent: string): ParagraphReview {
  const now = acceptedWords(review);
  const [a, b] = [sent.match(/\s+|[^\s]+/gu) ?? [], now.match(/\s+|[^\s]+/gu) ?? []];
  const offsets = [0];
  for (const word of a) offsets.push((offsets.at(-1) ?? 0) + word.length);
  const { author = '', date } = review.edits[0] ?? {};
  const who = { author, ...(date !== undefined && { date }) };
  const edits = [...diff(a, b)].flatMap(([from, to, newFrom, newTo]): TextEdit[] => {
    const [start = 0, end = 0] = [offsets[from], offsets[to]];
    const text = b.slice(newFrom, newTo).join('');
    return [
      ...(end > start ? [{ from: start, to: end, text: '', ...who }] : []),
      ...(text === '' ? [] : [{ from: end, to: end, text, ...who }]),
    ];
  });
  const whole = (offset: number) => Math.min(offset, sent.length);
  const anchors = review.anchors.map((one) => ({ ...one, from: whole(one.from), to: whole(one.to) }));
  return { ...review, original: sent, edits, anchors };
}

/** The paragraph with its edits. */
export function acceptedWords({ original, edits }: Pick<ParagraphReview, 'original' | 'edits'>): string {
  let out = '';
  let at = 0;
  for (const { from, to, text } of [...edits].sort((one, other) => one.from - other.from || one.to - other.to)) {
    out += original.slice(at, Math.max(at, from)) + text;
    at = Math.max(at, to);
  }
  return out + original.slice(at);
}
