/** What a returned file says about the text that was sent: comments with their threads, and wording proposed. */
import { paragraphsIn } from '../../files/word/read-word.ts';
import type { WordComment } from '../../files/word/word-types.ts';
import type { SentPassage } from '../../model/contracts.ts';
import { type Compared, type Edit, noteAnchors, trackedEdits } from './edits.ts';
import { NOWHERE, type Placing } from './placing.ts';
import { untrackedEdits } from './untracked.ts';
import { plainKey } from './word-keys.ts';

/** One thing a reviewer said. */
export interface Remark {
  readonly kind: 'comment' | 'proposal';
  readonly placing: Placing;
  /** Where it stands, so that remarks come in the order of the text. */
  readonly order: number;
  /** The words it is about, of a comment. */
  readonly quoted?: string;
  /** What was said; of a proposal nothing. */
  readonly text: string;
  /** What it replies to, where that was in the file as it was sent. */
  readonly inReplyTo?: string;
  readonly replies: readonly string[];
  readonly resolved?: boolean;
  readonly proposal?: { readonly from: string; readonly to: string };
  /** Of a paragraph to be moved, the passage it is to stand behind. */
  readonly behind?: SentPassage | 'first';
  /** Whether the change, or a part of it, was not tracked, and found by comparing. */
  readonly untracked?: 'all' | 'part';
  /** Who said it, as the file gives it: a person, who stands in no tracked file. */
  readonly author?: string;
  readonly date?: string;
}

/**
 * All remarks of a file, in the order of its text.
 *
 * @param compared The file beside what was sent.
 * @param ourAuthor Name of our own comments in the file as it was sent.
 */
export function remarksOf(compared: Compared, ourAuthor: string): readonly Remark[] {
  const edits = pairMoves([...trackedEdits(compared), ...untrackedEdits(compared)]);
  const remarks = [...commentRemarks(compared, ourAuthor), ...edits.map(proposalOf)];
  return remarks.sort((one, other) => one.order - other.order || rank(one) - rank(other));
}

function rank({ kind }: Remark): number {
  return kind === 'comment' ? 0 : 1;
}

function commentRemarks({ returned, places }: Compared, ourAuthor: string): Remark[] {
  const noted = noteAnchors(returned);
  const { comments, margins } = returned.file;
  const inMargins = new Set(margins.flatMap(({ blocks }) => [...paragraphsIn(blocks)].map(({ index }) => index)));
  const replies = new Map<string, WordComment[]>();
  for (const comment of comments)
    if (comment.parent !== undefined) replies.set(comment.parent, [...(replies.get(comment.parent) ?? []), comment]);
  const isOurs = ({ author }: WordComment): boolean =>
    author === ourAuthor && returned.file.revisions.some(returned.isOurs);
  const placeOf = ({ paragraph }: WordComment): { readonly order: number; readonly placing: Placing } => {
    // What is said of a header or footer is said of no passage.
    if (paragraph === undefined || inMargins.has(paragraph))
      return { order: Number.MAX_SAFE_INTEGER, placing: NOWHERE };
    const order = noted.get(paragraph) ?? paragraph;
    return { order, placing: places.ofRaw(order) };
  };
  return comments
    .filter(({ parent }) => parent === undefined)
    .flatMap((comment): Remark[] => {
      const thread = (replies.get(comment.id) ?? []).filter(({ text }) => text !== '');
      const [first, ...more] = isOurs(comment) ? thread.filter((one) => !isOurs(one)) : [comment, ...thread];
      if (first === undefined || [first, ...more].every(({ text }) => text === '')) return [];
      return [
        {
          ...{ kind: 'comment', text: first.text, replies: more.map(({ text }) => text) },
          ...placeOf(comment),
          quoted: comment.quoted.replace(/\s+/gu, ' ').trim(),
          ...(first !== comment && { inReplyTo: comment.text }),
          ...(comment.resolved && { resolved: true }),
          ...said(first),
        },
      ];
    });
}

function said({ author, date }: { readonly author?: string; readonly date?: string }): Pick<Remark, 'author' | 'date'> {
  return { ...(author !== undefined && { author }), ...(date !== undefined && { date }) };
}

interface Moved extends Edit {
  readonly behind?: SentPassage | 'first';
}

/** Words of a paragraph that is taken for moved where no program says so. */
const FEWEST = 6;

/** The two ends of a move are one change: at the passage that moves, with the one it is to stand behind. */
function pairMoves(edits: readonly Edit[]): readonly Moved[] {
  const gone = edits.filter(({ from, to }) => from !== '' && to === '');
  const paired = new Map<Edit, Edit>();
  for (const edit of edits) {
    if (edit.from !== '' || edit.to === '') continue;
    const end = gone.find((one) => !paired.has(one) && isSameMove(one, edit));
    if (end !== undefined) paired.set(end, edit);
  }
  const ends = new Set(paired.values());
  return edits
    .filter((edit) => !ends.has(edit))
    .map((edit): Moved => {
      const end = paired.get(edit);
      return end === undefined
        ? edit
        : { ...edit, to: end.to, behind: end.placing.passage ?? end.placing.guesses[0] ?? 'first' };
    });
}

function isSameMove(gone: Edit, come: Edit): boolean {
  if (gone.author !== come.author) return false;
  const named = gone.move !== undefined && come.move !== undefined;
  if (named && gone.move !== '' && gone.move === come.move) return true;
  const same = plainKey(gone.from) === plainKey(come.to);
  if (named && gone.untracked === 'all') return gone.order === come.order;
  return same && (named || gone.from.split(' ').length >= FEWEST);
}

function proposalOf({ from, to, placing, order, untracked, behind, ...who }: Moved): Remark {
  const isBare = behind !== undefined && plainKey(from) === plainKey(to);
  return {
    ...{ kind: 'proposal', placing, order, text: '', replies: [] },
    // A paragraph that only moves proposes no other words, but which one it is must be told.
    ...(isBare ? { quoted: from } : { proposal: { from, to } }),
    ...(behind !== undefined && { behind }),
    ...(untracked !== undefined && { untracked }),
    ...said(who),
  };
}
