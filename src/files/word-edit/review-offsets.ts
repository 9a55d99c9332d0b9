/** Edits of a reviewed copy, counted in the words that were sent. */
import { diff } from 'fast-myers-diff';
import type { ParagraphReview, TextEdit } from './review-types.ts';

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
  for (let at = 0; at < sent.length; at += 1) if (isInk(sent[at])) places.push(at);
  const counts = [0];
  for (let at = 0; at < review.original.length; at += 1)
    counts.push((counts[at] ?? 0) + (isInk(review.original[at]) ? 1 : 0));
  const move = (offset: number): number => {
    const before = counts[offset] ?? places.length;
    if (before === 0) return offset === 0 ? 0 : (places[0] ?? 0);
    const after = (places[before - 1] ?? 0) + 1;
    // Behind white space in the one is behind white space in the other.
    const isBehind = !isInk(review.original[offset - 1]);
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

function isInk(sign = ''): boolean {
  return !/\s/u.test(sign);
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
