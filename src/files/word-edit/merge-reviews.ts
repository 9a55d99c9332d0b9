/** Many reviewed copies in one Word file: everybody's changes and comments in the text that was sent, under their names. */
import { diff } from 'fast-myers-diff';
import type { FileProblem } from '../file-problem.ts';
import { readWord } from '../word/read-word.ts';
import type { WordComment, WordFile } from '../word/word-types.ts';
import { patchZip } from '../zip-patch.ts';
import { problemOf, readZip, type ZipArchive } from '../zip-read.ts';
import { type BaseParagraph, baseParagraphs } from './base-paragraphs.ts';
import { mainPartName, partText, textPart } from './edit-package.ts';
import { commentParts, type MergedComment } from './merge-comments.ts';
import { type Mark, mergeParagraph } from './merge-paragraph.ts';
import { compared, inkOf, onBase, type ParagraphReview, reviewReading, type TextEdit } from './review-edits.ts';
import { editXml, everyElement, xmlPlaces } from './xml-places.ts';

/** A reviewed copy. */
export interface ReviewedCopy {
  /** Name of the file, which stands for a reviewer whom it does not name. */
  readonly name: string;
  readonly file: WordFile;
}

/** All changes to one paragraph. */
export interface MergedParagraph {
  /** Bookmarks in it, by which its passage is known. */
  readonly bookmarks: readonly string[];
  readonly words: string;
  readonly edits: readonly (TextEdit & { readonly copy: string })[];
}

/** What became of the copies. */
export interface Merged {
  readonly bytes: Uint8Array;
  /** Paragraphs that somebody changes, in order. */
  readonly paragraphs: readonly MergedParagraph[];
  readonly comments: number;
  /** What could not be carried over from each copy: new rows, changes of notes, paragraphs that are not in the text. */
  readonly left: ReadonlyMap<string, number>;
}

interface Gathered {
  readonly paragraph: BaseParagraph;
  readonly edits: (TextEdit & { readonly copy: string })[];
  readonly marks: Mark[];
  joins?: { readonly author: string; readonly date?: string };
}

/**
 * Merges reviewed copies into the text that was sent.
 *
 * Rejecting all changes gives the text that was sent. Words that several take out are taken out by the first; the others are told in a comment.
 *
 * @param base The file that was sent, without tracked changes.
 * @param copies What came back.
 */
export function mergeReviews(
  base: Uint8Array,
  copies: readonly ReviewedCopy[],
): Merged | { readonly problem: FileProblem } {
  const zip = readZip(base);
  if ('problem' in zip) return zip;
  try {
    return merged(base, zip.archive, copies);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function merged(
  base: Uint8Array,
  archive: ZipArchive,
  copies: readonly ReviewedCopy[],
): Merged | { readonly problem: FileProblem } {
  const name = mainPartName(archive);
  const source = partText(archive, name) ?? '';
  const root = xmlPlaces(source);
  const gathered = baseParagraphs(root, source).map((paragraph): Gathered => ({ paragraph, edits: [], marks: [] }));
  const comments: MergedComment[] = [];
  const known = readWord(base);
  let next = 'file' in known ? Math.max(-1, ...known.file.comments.map(({ id }) => Number(id) || 0)) : -1;
  const newId = () => {
    next += 1;
    return String(next);
  };
  const left = new Map<string, number>();
  for (const copy of copies) left.set(copy.name, gather(copy, gathered, { comments, newId }));
  tellDoubles(gathered, { comments, newId });
  let number = Math.max(0, ...[...everyElement(root)].map(({ attributes }) => Number(attributes.get('id')) || 0));
  const nextId = () => {
    number += 1;
    return number;
  };
  const edits = gathered.flatMap((one) =>
    one.edits.length === 0 && one.marks.length === 0 && one.joins === undefined
      ? []
      : mergeParagraph(one.paragraph, one, { source, nextId }),
  );
  const parts = [textPart(name, editXml(source, edits)), ...commentParts(archive, comments)];
  const patched = patchZip(base, parts);
  if ('problem' in patched) return patched;
  const paragraphs = gathered.flatMap(({ paragraph, edits: own }) =>
    own.length === 0 ? [] : [{ bookmarks: paragraph.bookmarks, words: paragraph.words, edits: own }],
  );
  return { bytes: patched.bytes, paragraphs, comments: comments.length, left };
}

interface Commenting {
  readonly comments: MergedComment[];
  readonly newId: () => string;
}

/** Puts the changes and comments of a copy to the paragraphs they belong to; says how many have none. */
function gather({ name, file }: ReviewedCopy, gathered: readonly Gathered[], commenting: Commenting): number {
  const reading = reviewReading(file, name);
  const pairs = paired(gathered, reading.paragraphs);
  let { left } = reading;
  const anchors = new Map<string, { from: [Gathered, number]; to: [Gathered, number] }>();
  const notes = new Map<string, Gathered>();
  reading.paragraphs.forEach((review, at) => {
    const place = pairs.get(at);
    if (place === undefined) {
      left += review.edits.length;
      return;
    }
    const { base, review: own } = place;
    base.edits.push(...own.edits.map((edit) => ({ ...edit, copy: name })));
    if (own.joins !== undefined) base.joins = base.joins ?? own.joins;
    for (const note of own.notes) notes.set(note, base);
    for (const { comment, from, to } of own.anchors) {
      const known = anchors.get(comment);
      anchors.set(comment, { from: known?.from ?? [base, from], to: [base, to] });
    }
  });
  const [first] = gathered;
  for (const comment of file.comments) {
    const noted = notes.get(noteOf(comment, file));
    const fallback = noted ?? first;
    const anchor = anchors.get(comment.id) ?? anchors.get(comment.parent ?? '');
    if (anchor !== undefined) addComment(comment, anchor, commenting);
    else if (fallback !== undefined) addComment(comment, { from: [fallback, 0], to: [fallback, 0] }, commenting);
  }
  settleThreads(commenting.comments);
  return left;
}

/** The footnote that a comment stands in. */
function noteOf({ paragraph }: WordComment, { notes }: WordFile): string {
  const note = notes.find(({ blocks }) => blocks.some((one) => one.type === 'paragraph' && one.index === paragraph));
  return note === undefined ? '' : `${note.kind} ${note.id}`;
}

interface Place {
  readonly from: readonly [Gathered, number];
  readonly to: readonly [Gathered, number];
}

function addComment(comment: WordComment, { from, to }: Place, { comments, newId }: Commenting): void {
  const id = newId();
  comments.push({ comment, id, settled: false });
  const isEmpty = from[0] === to[0] && from[1] >= to[1];
  const [start, end] = isEmpty ? [to[1], to[1]] : [from[1], to[1]];
  const { prefix } = from[0].paragraph.element;
  const attribute = `${prefix}id="${id}"`;
  from[0].marks.push({
    at: start,
    side: isEmpty ? 'before' : 'behind',
    xml: `<${prefix}commentRangeStart ${attribute}/>`,
  });
  const reference = `<${prefix}r><${prefix}commentReference ${attribute}/></${prefix}r>`;
  // What ends here stands before what begins here.
  to[0].marks.unshift({ at: end, side: 'behind', xml: `<${prefix}commentRangeEnd ${attribute}/>${reference}` });
}

/** Ids of comments count in each copy anew: what a thread is told by is settled before the next copy. */
function settleThreads(comments: MergedComment[]): void {
  const byOld = new Map(comments.flatMap((one) => (one.settled ? [] : [[one.comment.id, one.id] as const])));
  comments.forEach((one, at) => {
    if (one.settled) return;
    const parent = one.comment.parent === undefined ? undefined : byOld.get(one.comment.parent);
    comments[at] = { ...one, settled: true, ...(parent !== undefined && { parent }) };
  });
}

interface Pair {
  readonly base: Gathered;
  readonly review: ParagraphReview;
}

/** Which paragraph of the text each paragraph of a copy is: by its words, then by bookmarks and by what stands around it. */
function paired(gathered: readonly Gathered[], reviews: readonly ParagraphReview[]): ReadonlyMap<number, Pair> {
  const pairs = new Map<number, Pair>();
  const [a, b] = [
    gathered.map(({ paragraph }) => inkOf(paragraph.words)),
    reviews.map(({ original }) => inkOf(original)),
  ];
  const put = (base: number, at: number): void => {
    const [one, review] = [gathered[base], reviews[at]];
    if (one === undefined || review === undefined) return;
    const own = onBase(review, one.paragraph.words) ?? compared(review, one.paragraph.words);
    pairs.set(at, { base: one, review: own });
  };
  let [i, j] = [0, 0];
  for (const [from, to, newFrom, newTo] of [...diff(a, b), [a.length, a.length, b.length, b.length] as const]) {
    for (; i < from && j < newFrom; i += 1, j += 1) put(i, j);
    pairGap([from, to], [newFrom, newTo], { a, b, put });
    [i, j] = [to, newTo];
  }
  return withNew(pairs, gathered, reviews);
}

interface Gap {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly put: (base: number, at: number) => void;
}

/** Paragraphs in the same order that are more alike than not. */
function pairGap(
  [from, to]: readonly [number, number],
  [newFrom, newTo]: readonly [number, number],
  { a, b, put }: Gap,
): void {
  let at = from;
  for (let own = newFrom; own < newTo; own += 1) {
    if ((b[own] ?? '') === '') continue;
    for (let base = at; base < to; base += 1) {
      if (!isAlike(a[base] ?? '', b[own] ?? '')) continue;
      put(base, own);
      at = base + 1;
      break;
    }
  }
}

/** Share of a text that must stand in both. */
const ALIKE = 0.6;

function isAlike(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  const grams = (text: string) =>
    new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
  const [a, b] = [grams(one), grams(other)];
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return (2 * common) / (a.size + b.size) >= ALIKE;
}

/** What is wholly new and joins no paragraph is put at the end of the one before it. */
function withNew(
  pairs: Map<number, Pair>,
  gathered: readonly Gathered[],
  reviews: readonly ParagraphReview[],
): ReadonlyMap<number, Pair> {
  let last: Pair | undefined;
  reviews.forEach((review, at) => {
    const own = pairs.get(at);
    if (own !== undefined) last = own;
    else if (inkOf(review.original) === '' && review.edits.length > 0) {
      const base = last?.base ?? gathered[0];
      if (base === undefined) return;
      const end = last === undefined ? 0 : base.paragraph.words.length;
      const [first] = review.edits;
      const edits = review.edits.map((edit) => ({ ...edit, from: end, to: end }));
      const breakEdit = first === undefined ? [] : [{ ...first, from: end, to: end, text: '\n' }];
      const around = last === undefined ? [...edits, ...breakEdit] : [...breakEdit, ...edits];
      const anchors = review.anchors.map((anchor) => ({ ...anchor, from: end, to: end }));
      pairs.set(at, { base, review: { ...review, edits: around, anchors } });
    }
  });
  return pairs;
}

/** Words that a second reviewer takes out as well can't be taken out twice: a comment says so. */
function tellDoubles(gathered: readonly Gathered[], commenting: Commenting): void {
  for (const one of gathered) {
    const owner: (TextEdit | undefined)[] = [];
    for (const edit of one.edits) {
      let [from, to] = [-1, -1];
      for (let at = edit.from; at < edit.to; at += 1) {
        const first = owner[at];
        owner[at] = first ?? edit;
        if (first === undefined || first.author === edit.author) continue;
        if (from === -1) from = at;
        to = at + 1;
      }
      if (from === -1) continue;
      const words = one.paragraph.words.slice(from, to).replace(/\s+/gu, ' ').trim();
      const text = `${edit.author} takes these words out as well: “${words}”.`;
      const comment = { id: '', author: 'Penholder', text, resolved: false, quoted: words };
      addComment(comment, { from: [one, from], to: [one, to] }, commenting);
    }
  }
}
