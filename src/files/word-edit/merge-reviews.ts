/** Many reviewed copies in one Word file: everybody's changes and comments in the text that was sent, under their names. */
import type { FileProblem } from '../file-problem.ts';
import { FIRST_COMMENT_ID } from '../word/comment-ids.ts';
import { paragraphsIn, readWord } from '../word/read-word.ts';
import type { WordFile } from '../word/word-types.ts';
import { patchZip } from '../zip-patch.ts';
import { problemOf, readZip, type ZipArchive } from '../zip-read.ts';
import { baseParagraphs } from './base-paragraphs.ts';
import { copyPart, markedElsewhere, paragraphBefore } from './copy-looks.ts';
import { mainPartName, partText, textPart, withParts } from './edit-package.ts';
import { commentParts, type MergedComment } from './merge-comments.ts';
import { keepWholeMoves, moved } from './merge-moves.ts';
import { type MergedNotes, mergedNotes, noteParts, noteStories, putNote, takeNotes } from './merge-notes.ts';
import { mergeParagraph } from './merge-paragraph.ts';
import { noTableEdits, propertyEdits, type TableEdits, thingChanged } from './merge-properties.ts';
import { changeSections } from './merge-sections.ts';
import { carryUntracked, type Gathered, isOfAnotherText, type Placed, placeReviews, untouched } from './merge-story.ts';
import { mergeTables } from './merge-tables.ts';
import { type Anchors, notePlaces, type Place, placeComments, tellDoubles, tellLeft } from './merge-tells.ts';
import { type NewBlocks, tellObjects } from './new-blocks.ts';
import { changeWords } from './properties.ts';
import { reviewReading } from './review-edits.ts';
import { inkOf } from './review-offsets.ts';
import type { LeftOver, ParagraphReview, TextEdit, Who } from './review-types.ts';
import { putParagraphs, type TableCall } from './table-places.ts';
import { type XmlBlocks, xmlBlocks } from './xml-blocks.ts';
import { editXml, everyElement, type XmlElement, xmlPlaces } from './xml-places.ts';

/** A reviewed copy. */
export interface ReviewedCopy {
  /** Name of the file, which stands for a reviewer whom it does not name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is in it. */
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
  /** What could not be carried over from each copy; each also stands in the file as a comment. */
  readonly left: ReadonlyMap<string, readonly LeftOver[]>;
  /** Copies that have little in common with the text: what they have not is not taken for deleted. */
  readonly foreign: readonly string[];
}

/** What all copies are merged into. */
interface Desk {
  readonly source: string;
  readonly archive: ZipArchive;
  readonly root: XmlElement;
  readonly blocks: XmlBlocks;
  readonly gathered: readonly Gathered[];
  readonly comments: MergedComment[];
  readonly newId: () => string;
  readonly nextId: () => number;
  readonly tables: TableEdits;
  readonly notes: MergedNotes;
  readonly left: Map<string, LeftOver[]>;
  readonly foreign: string[];
}

/**
 * Merges reviewed copies into the text that was sent.
 *
 * Rejecting all changes gives the text that was sent. Words that several take out are taken out by the first; the others are told in a
 * comment, as is all that can't be carried over.
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
  const desk = emptyDesk(base, archive);
  const { source, root, gathered, comments } = desk;
  for (const [at, copy] of copies.entries()) takeCopy(copy, at, desk);
  tellDoubles(gathered, desk);
  for (const { gathered: inNote, host } of noteStories(desk.notes)) tellDoubles(inNote, desk, gathered[host ?? 0]);
  keepWholeMoves(gathered);
  const { edits: properties, sections } = propertyEdits(desk.tables, { ...desk, prefix: root.prefix });
  const last = root.children.find(({ name }) => name === 'body')?.children.find(({ name }) => name === 'sectPr');
  const end = last && sections.get(last);
  const edits = [
    ...gathered.flatMap((one) =>
      isTouched(one) || sections.size > 0
        ? mergeParagraph(one.paragraph, one, { source, nextId: desk.nextId, sections })
        : [],
    ),
    ...properties,
    ...desk.tables.edits,
    ...(last === undefined || end === undefined ? [] : [{ start: last.start, end: last.end, text: end }]),
  ];
  const beside = [...commentParts(archive, comments), ...noteParts(desk.notes)];
  const text = textPart(mainPartName(archive), editXml(source, edits));
  const patched = patchZip(base, [text, ...(beside.length === 0 ? [] : withParts(archive, beside))]);
  if ('problem' in patched) return patched;
  const touched = [...gathered, ...noteStories(desk.notes).flatMap((story) => story.gathered)];
  const paragraphs = touched.flatMap(({ paragraph, edits: own }) =>
    own.length === 0 ? [] : [{ bookmarks: paragraph.bookmarks, words: paragraph.words, edits: own }],
  );
  return { bytes: patched.bytes, paragraphs, comments: comments.length, left: desk.left, foreign: desk.foreign };
}

function isTouched({ edits, marks, objects, looks, properties, joins }: Gathered): boolean {
  return edits.length + marks.length + objects.length + looks.length > 0 || (properties ?? joins) !== undefined;
}

function emptyDesk(base: Uint8Array, archive: ZipArchive): Desk {
  const source = partText(archive, mainPartName(archive)) ?? '';
  const root = xmlPlaces(source);
  const known = readWord(base);
  let comment = FIRST_COMMENT_ID - 1;
  for (const { id } of 'file' in known ? known.file.comments : []) comment = Math.max(comment, Number(id) || 0);
  let number = 0;
  for (const { attributes } of everyElement(root)) number = Math.max(number, Number(attributes.get('id')) || 0);
  const nextId = () => {
    number += 1;
    return number;
  };
  return {
    ...{ source, archive, root, blocks: xmlBlocks(root), comments: [], nextId, tables: noTableEdits() },
    gathered: baseParagraphs(root, source).map(untouched),
    newId: () => {
      comment += 1;
      return String(comment);
    },
    notes: mergedNotes(archive, { prefix: root.prefix, nextId }),
    ...{ left: new Map(), foreign: [] },
  };
}

function takeCopy({ name, bytes, file }: ReviewedCopy, number: number, desk: Desk): void {
  const zip = readZip(bytes);
  if ('problem' in zip) throw zip.problem;
  const { gathered, root, archive } = desk;
  const left: LeftOver[] = [];
  const part = copyPart(zip.archive, { archive, prefix: root.prefix });
  const reviews = moved(reviewReading(file.body, { file, name, part }), {
    number,
    prefix: root.prefix,
    nextId: desk.nextId,
  });
  const placed = placeReviews(gathered, reviews, name);
  const told = new Map<number, LeftOver[]>();
  const tell = (author: string, what: string, near: number): void => {
    left.push({ author, what });
    const there = told.get(near);
    if (there === undefined) told.set(near, [{ author, what }]);
    else there.push({ author, what });
  };
  const paragraphs = new Map([...paragraphsIn(file.body)].map((one) => [one.index, one] as const));
  const writer: NewBlocks = { prefix: root.prefix, nextId: desk.nextId, part, file, paragraphs, name, left: [] };
  const paired = pairedNumbers(reviews, placed);
  const sent = new Set(reviews.filter(({ original }) => inkOf(original) !== '').flatMap(({ indexes }) => indexes));
  const hadWords = (index: number) => sent.has(index);
  const isForeign = isOfAnotherText(placed, gathered);
  if (isForeign) desk.foreign.push(name);
  const call: TableCall = { base: desk.blocks, part, writer, paired, edits: desk.tables, hadWords, isForeign, tell };
  const own = putParagraphs(newParagraphs(reviews, name), call);
  const came = mergeTables(call);
  const places = new Map([...placed.places].filter(([at]) => !isPut(reviews[at], own)));
  changeSections(call, root);
  carryUntracked(gathered, {
    ...{ name, reviews, came, isLast: lastsOf(desk.blocks) },
    placed: { ...placed, places, missing: isForeign ? [] : placed.missing },
  });
  for (const at of placed.strange) {
    const indexes = reviews[at]?.indexes ?? [];
    if (!indexes.every((index) => came.has(index))) tellObjects(indexes, writer);
  }
  const anchors = gatherReviews({ name, file, places, tell }, desk);
  for (const { what, author, at } of markedElsewhere(part))
    tell(author ?? name, what, paired.get(paragraphBefore(part, at)) ?? 0);
  for (const one of [...writer.left, ...marginChanges(file, name)]) tell(one.author, one.what, 0);
  takeNotes(desk.notes, { name, file, archive: zip.archive, part, reviews, places, gathered, tell });
  placeComments({ file, anchors, inNotes: notePlaces(file, placed, reviews) }, desk);
  for (const [near, all] of told) tellLeft(all, near, desk);
  desk.left.set(name, left);
}

function pairedNumbers(reviews: readonly ParagraphReview[], { places }: Placed): ReadonlyMap<number, number> {
  const paired = new Map<number, number>();
  for (const [at, { base }] of places) {
    const review = reviews[at];
    // What is put beside a paragraph is not that paragraph.
    if (review === undefined || review.isNew) continue;
    const last = review.indexes.at(-1);
    if (last !== undefined) paired.set(last, base);
  }
  return paired;
}

function newParagraphs(reviews: readonly ParagraphReview[], name: string): ReadonlyMap<number, Who> {
  const found = new Map<number, Who>();
  for (const { isNew, indexes, edits } of reviews) {
    const [first] = edits;
    const who = { author: first?.author ?? name, ...(first?.date !== undefined && { date: first.date }) };
    if (isNew) for (const index of indexes) found.set(index, who);
  }
  return found;
}

function isPut(review: ParagraphReview | undefined, own: ReadonlySet<number>): boolean {
  return review !== undefined && review.indexes.length > 0 && review.indexes.every((index) => own.has(index));
}

function lastsOf({ containers }: XmlBlocks): (base: number) => boolean {
  const lasts = new Set<number>();
  for (const blocks of containers)
    blocks.forEach((block, at) => {
      if (block.type === 'paragraph' && blocks[at + 1]?.type !== 'paragraph') lasts.add(block.index);
    });
  return (base) => lasts.has(base);
}

interface Gathering {
  readonly name: string;
  readonly file: WordFile;
  readonly places: Placed['places'];
  readonly tell: TableCall['tell'];
}

/** Puts what a copy does to the paragraphs it belongs to; says where its comments stand. */
function gatherReviews({ name, file, places, tell }: Gathering, { gathered, notes }: Desk): Anchors {
  const anchors = new Map<string, Place>();
  for (const { base: number, review } of places.values()) {
    const base = gathered[number];
    if (base === undefined) continue;
    base.edits.push(...review.edits.map((edit) => ({ ...putNote(notes, edit, file), copy: name })));
    base.objects.push(...review.objects);
    base.looks.push(...review.looks);
    base.joins = base.joins ?? review.joins;
    for (const { author, what } of review.left) tell(author, what, number);
    changeParagraph(base, review, (author, what) => tell(author, what, number));
    for (const { comment, from, to } of review.anchors) {
      const known = anchors.get(comment);
      anchors.set(comment, { from: known?.from ?? [base, from], to: [base, to] });
    }
  }
  return anchors;
}

/** Of several who change a paragraph's looks the first counts; the others are told. */
function changeParagraph(
  base: Gathered,
  { properties }: ParagraphReview,
  tell: (author: string, what: string) => void,
): void {
  if (properties === undefined) return;
  if (base.properties === undefined) base.properties = properties;
  else if (base.properties.author !== properties.author)
    tell(properties.author, `changes ${thingChanged('pPr')} as well: ${changeWords(properties.change)}`);
}

/** Changes of headers and footers, which the merged file keeps as they were sent. */
function marginChanges(file: WordFile, name: string): readonly LeftOver[] {
  return file.margins.flatMap(({ kind, blocks }) =>
    [...paragraphsIn(blocks)].flatMap(({ pieces }) =>
      pieces.flatMap((piece): LeftOver[] => {
        const [own] = piece.revisions
          .flatMap((at) => file.revisions[at] ?? [])
          .filter((one) => one.kind !== 'formatting');
        if (own === undefined || piece.text.trim() === '') return [];
        const what = own.kind === 'insertion' || own.kind === 'move-to' ? 'puts into' : 'takes out of';
        return [{ author: own.author ?? name, what: `${what} the ${kind}: “${piece.text.trim()}”` }];
      }),
    ),
  );
}
