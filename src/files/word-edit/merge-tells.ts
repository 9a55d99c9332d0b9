/** Comments of the merged file: those of reviewers, and our own on what can't be carried over. */
import { paragraphsIn } from '../word/read-word.ts';
import type { WordComment, WordFile } from '../word/word-types.ts';
import type { MergedComment } from './merge-comments.ts';
import type { Gathered, Placed } from './merge-story.ts';
import { ownersOf } from './owners.ts';
import { changeWords } from './properties.ts';
import type { LeftOver, ParagraphReview, Who } from './review-types.ts';

/** Where comments are gathered. */
export interface Commenting {
  readonly gathered: readonly Gathered[];
  readonly comments: MergedComment[];
  readonly newId: () => string;
}

/** Where comments stand, by their ids. */
export type Anchors = ReadonlyMap<string, Place>;

/** Where a comment begins and ends. */
export interface Place {
  readonly from: readonly [Gathered, number];
  readonly to: readonly [Gathered, number];
}

/** For each note of a copy the paragraph with its mark. */
export function notePlaces(
  file: WordFile,
  { places }: Placed,
  reviews: readonly ParagraphReview[],
): (comment: WordComment) => number | undefined {
  const byNote = new Map<string, number>();
  for (const [at, { base }] of places) for (const note of reviews[at]?.notes ?? []) byNote.set(note, base);
  const byParagraph = new Map<number, number | undefined>();
  for (const { kind, id, blocks } of file.notes)
    for (const { index } of paragraphsIn(blocks)) byParagraph.set(index, byNote.get(`${kind} ${id}`));
  return ({ paragraph = -1 }) => byParagraph.get(paragraph);
}

interface Commented {
  readonly file: WordFile;
  readonly anchors: Anchors;
  readonly inNotes: (comment: WordComment) => number | undefined;
}

/** Puts the comments of a copy where they stand. */
export function placeComments({ file, anchors, inNotes }: Commented, desk: Commenting): void {
  for (const comment of file.comments) {
    const anchor = anchors.get(comment.id) ?? anchors.get(comment.parent ?? '');
    const fallback = desk.gathered[inNotes(comment) ?? 0];
    if (anchor !== undefined) addComment(comment, anchor, desk);
    else if (fallback !== undefined) addComment(comment, { from: [fallback, 0], to: [fallback, 0] }, desk);
  }
  settleThreads(desk.comments);
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

/** Whoever is named here speaks in the file for nobody else. */
const OURS = 'Penholder';

/** What can't be carried over stands as a comment where it belongs. */
export function tellLeft(left: readonly LeftOver[], near: number, desk: Commenting): void {
  const base = desk.gathered[near] ?? desk.gathered[0];
  if (base === undefined) return;
  const text = left.map(({ author, what }) => `${author} ${what}.`).join('\n');
  const comment = { id: '', author: OURS, text, resolved: false, quoted: '' };
  addComment(comment, { from: [base, 0], to: [base, base.paragraph.words.length] }, desk);
  settleThreads(desk.comments);
}

/**
 * Words that a second reviewer takes out as well can't be taken out twice: a comment says so; so with looks.
 *
 * @param host For notes the paragraph with the mark, which the comment stands on.
 */
export function tellDoubles(gathered: readonly Gathered[], desk: Commenting, host?: Gathered): void {
  for (const one of gathered) {
    const owner = ownersOf(one);
    const looksOwner = ownersOf({ edits: one.looks, paragraph: one.paragraph });
    for (const edit of one.edits) tellStretch({ one, host, edit, said: 'takes these words out as well', owner }, desk);
    for (const edit of one.looks) {
      const said = `changes how these words look as well (${changeWords(edit.change)})`;
      tellStretch({ one, host, edit, said, owner: looksOwner }, desk);
    }
  }
  settleThreads(desk.comments);
}

interface Stretch {
  readonly one: Gathered;
  readonly host: Gathered | undefined;
  readonly edit: Who & { readonly from: number; readonly to: number };
  readonly said: string;
  /** Who was first at each character. */
  readonly owner: readonly (Who | undefined)[];
}

function tellStretch({ one, host, edit, said, owner }: Stretch, desk: Commenting): void {
  let [from, to] = [-1, -1];
  for (let at = edit.from; at < edit.to; at += 1) {
    const first = owner[at];
    if (first === undefined || first.author === edit.author) continue;
    if (from === -1) from = at;
    to = at + 1;
  }
  if (from === -1) return;
  const words = one.paragraph.words.slice(from, to).replace(/\s+/gu, ' ').trim();
  const text = `${edit.author} ${said}: “${words}”.`;
  const comment = { id: '', author: OURS, text, resolved: false, quoted: words };
  const place: Place =
    host === undefined
      ? { from: [one, from], to: [one, to] }
      : { from: [host, 0], to: [host, host.paragraph.words.length] };
  addComment(comment, place, desk);
}
