/** The paragraphs of the text, or of a note of it, with what all copies do to them. */
import type { BaseParagraph } from './base-paragraphs.ts';
import type { Mark } from './merge-paragraph.ts';
import { pairParagraphs } from './pair-paragraphs.ts';
import { acceptedWords, compared, inkOf, onBase } from './review-offsets.ts';
import type { LooksEdit, Moved, ObjectGone, ParagraphReview, TextEdit, Who } from './review-types.ts';

/** A paragraph of the base with what is done to it. */
export interface Gathered {
  readonly paragraph: BaseParagraph;
  readonly edits: (TextEdit & { readonly copy: string })[];
  readonly marks: Mark[];
  readonly objects: ObjectGone[];
  readonly looks: LooksEdit[];
  properties?: ParagraphReview['properties'] | undefined;
  joins?: (Who & Moved) | undefined;
}

/** A paragraph of the base with nothing done to it. */
export function untouched(paragraph: BaseParagraph): Gathered {
  return { paragraph, edits: [], marks: [], objects: [], looks: [] };
}

/** Paragraphs of a copy on those of the base. */
export interface Placed {
  /** By number of the review; several can be on one. */
  readonly places: ReadonlyMap<number, { readonly base: number; readonly review: ParagraphReview }>;
  /** Numbers of the base's that the copy has not. */
  readonly missing: readonly number[];
  /** Numbers of the reviews that are nowhere in the base though they hold words. */
  readonly strange: readonly number[];
}

/**
 * Puts what a copy says of each paragraph to the paragraph of the base.
 *
 * @param gathered The base.
 * @param reviews The copy.
 * @param name Who is named for what was not tracked.
 */
export function placeReviews(gathered: readonly Gathered[], reviews: readonly ParagraphReview[], name: string): Placed {
  const sent = gathered.map(({ paragraph }) => paragraph.words);
  const pairs = pairParagraphs(
    sent,
    reviews.map(({ original }) => original),
  );
  const places = new Map<number, { base: number; review: ParagraphReview }>();
  const strange: number[] = [];
  let last = -1;
  reviews.forEach((review, at) => {
    const base = pairs.get(at);
    const words = base === undefined ? undefined : sent[base];
    if (base !== undefined && words !== undefined) {
      last = base;
      places.set(at, { base, review: onBase(review, words) ?? compared(review, words, name) });
    } else if (inkOf(review.original) !== '') strange.push(at);
    else if (isSomething(review)) {
      const near = Math.max(0, last);
      const end = last === -1 ? 0 : (sent[near]?.length ?? 0);
      if (gathered.length > 0) places.set(at, { base: near, review: beside(review, end, last === -1) });
    }
  });
  const used = new Set([...pairs.values()]);
  const missing = sent.flatMap((words, at) => (used.has(at) || inkOf(words) === '' ? [] : [at]));
  return { places, missing, strange };
}

/** How much of a text must be in a copy for what is missing to count as deleted. */
const OWN_SHARE = 0.5;

/** Whether a copy has little in common with the base. */
export function isOfAnotherText({ missing }: Placed, gathered: readonly Gathered[]): boolean {
  const words = gathered.filter(({ paragraph }) => inkOf(paragraph.words) !== '').length;
  return missing.length > words * OWN_SHARE;
}

function isSomething({ edits, anchors, objects, left }: ParagraphReview): boolean {
  return edits.length + anchors.length + objects.length + left.length > 0;
}

/** What is wholly new and joins no paragraph is put at the end of the one before it, or before the first. */
function beside(review: ParagraphReview, end: number, isBefore: boolean): ParagraphReview {
  const [first] = review.edits;
  // Behind all marks of notes.
  const place = { from: end, to: end, after: Number.MAX_SAFE_INTEGER };
  const edits = review.edits.map((edit) => ({ ...edit, ...place }));
  const breakEdit = first === undefined ? [] : [{ ...breakOf(first), ...place, text: '\n' }];
  const anchors = review.anchors.map((anchor) => ({ ...anchor, from: end, to: end }));
  const { properties: _, joins: __, ...rest } = review;
  return {
    ...rest,
    edits: isBefore ? [...edits, ...breakEdit] : [...breakEdit, ...edits],
    anchors,
    objects: [],
    looks: [],
  };
}

function breakOf({ author, date, move }: TextEdit): Pick<TextEdit, 'author' | 'date' | 'move'> {
  return { author, ...(date !== undefined && { date }), ...(move !== undefined && { move }) };
}

/** What a story of the copy does beside its tracked changes. */
export interface Untracked {
  readonly name: string;
  readonly reviews: readonly ParagraphReview[];
  readonly placed: Placed;
  /** Numbers of the copy's paragraphs that came with new rows. */
  readonly came: ReadonlySet<number>;
  /** Whether a paragraph of the base ends what it stands in: it joins no other. */
  readonly isLast: (base: number) => boolean;
}

/** Paragraphs that came or went without tracking are put in and taken out under the name of the copy. */
export function carryUntracked(
  gathered: readonly Gathered[],
  { name, reviews, placed, came, isLast }: Untracked,
): void {
  for (const at of placed.missing) {
    const one = gathered[at];
    if (one === undefined) continue;
    one.edits.push({ from: 0, to: one.paragraph.words.length, text: '', author: name, copy: name });
    if (!isLast(at)) one.joins = one.joins ?? { author: name };
  }
  const strange = new Set(placed.strange);
  let last = -1;
  reviews.forEach((review, at) => {
    const place = placed.places.get(at);
    if (place !== undefined) last = Math.max(last, place.base);
    if (!strange.has(at) || review.indexes.every((index) => came.has(index))) return;
    const one = gathered[Math.max(0, last)];
    if (one === undefined) return;
    const words = acceptedWords(review);
    const at0 = last === -1;
    const end = at0 ? 0 : one.paragraph.words.length;
    const text = at0 ? `${words}\n` : `\n${words}`;
    if (words !== '')
      one.edits.push({ from: end, to: end, after: at0 ? 0 : Number.MAX_SAFE_INTEGER, text, author: name, copy: name });
  });
}
