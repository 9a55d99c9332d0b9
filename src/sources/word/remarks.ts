/** What a returned file says about the text that was sent: comments with their threads, and wording proposed. */

import { paragraphsIn } from '../../files/word/read-word.ts';
import type { WordComment, WordFile, WordParagraph, WordTable } from '../../files/word/word-types.ts';
import type { SentPassage } from '../../model/contracts.ts';
import { fingerprintWords } from '../../text/fingerprint.ts';
import { splitWords } from '../../text/words.ts';
import { type Placing, wordsIn } from './place-paragraphs.ts';

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
  readonly replies: readonly string[];
  readonly resolved?: boolean;
  readonly proposal?: { readonly from: string; readonly to: string };
  /** True where the change was not tracked, and found by comparing. */
  readonly untracked?: true;
  /** Who said it, as the file gives it: a person, who stands in no tracked file. */
  readonly author?: string;
  readonly date?: string;
}

/** What remarks are read from. */
export interface Returned {
  readonly file: WordFile;
  readonly placings: ReadonlyMap<number, Placing>;
  /** Fingerprints of the passages as they were sent, by id; those that travelled in the file. */
  readonly prints: ReadonlyMap<string, string>;
  readonly sent: ReadonlyMap<string, SentPassage>;
}

interface Reading extends Returned {
  /** How many paragraphs of the file each passage has: tables, lists and boxes are compared by nobody here. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** All remarks of a file, in the order of its text. */
export function remarksOf(returned: Returned): readonly Remark[] {
  const sizes = new Map<string, number>();
  for (const { index } of paragraphsIn(returned.file.body)) {
    const id = returned.placings.get(index)?.passage?.id;
    if (id !== undefined) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  }
  const remarks = [...commentRemarks(returned), ...proposalRemarks({ ...returned, sizes })];
  return remarks.sort((one, other) => one.order - other.order || rank(one) - rank(other));
}

function rank({ kind }: Remark): number {
  return kind === 'comment' ? 0 : 1;
}

const NOWHERE: Placing = { guesses: [] };

function commentRemarks({ file, placings }: Returned): Remark[] {
  const noted = noteAnchors(file);
  const replies = new Map<string, WordComment[]>();
  for (const comment of file.comments)
    if (comment.parent !== undefined) replies.set(comment.parent, [...(replies.get(comment.parent) ?? []), comment]);
  return file.comments
    .filter(({ parent, id, text }) => parent === undefined && (text !== '' || replies.has(id)))
    .map((comment) => {
      const at = noted.get(comment.paragraph ?? -1) ?? comment.paragraph ?? Number.MAX_SAFE_INTEGER;
      const { author, date } = comment;
      return {
        kind: 'comment' as const,
        placing: placings.get(at) ?? NOWHERE,
        order: at,
        quoted: comment.quoted.replace(/\s+/gu, ' ').trim(),
        text: comment.text,
        replies: (replies.get(comment.id) ?? []).map(({ text }) => text).filter((text) => text !== ''),
        ...(comment.resolved && { resolved: true }),
        ...(author !== undefined && { author }),
        ...(date !== undefined && { date }),
      };
    });
}

/** The paragraph that refers to each paragraph of a footnote or endnote: what is said of a note is said of it. */
function noteAnchors(file: WordFile): ReadonlyMap<number, number> {
  const referring = new Map<string, number>();
  for (const { pieces, index } of paragraphsIn(file.body))
    for (const { type, note, text } of pieces) if (type === 'note') referring.set(`${note} ${text}`, index);
  const anchors = new Map<number, number>();
  for (const { kind, id, blocks } of file.notes) {
    const at = referring.get(`${kind} ${id}`);
    if (at !== undefined) for (const { index } of paragraphsIn(blocks)) anchors.set(index, at);
  }
  return anchors;
}

/** Paragraphs whose words or marks were changed, tracked or not. Rows that came or went count for all their cells. */
function proposalRemarks(returned: Reading): Remark[] {
  const { file } = returned;
  const rows = rowChanges(file);
  const remarks = [...paragraphsIn(file.body)].flatMap((paragraph) => {
    const row = rows.get(paragraph.index);
    if (row !== undefined && row.first !== paragraph.index) return [];
    const found = row === undefined ? proposalOf(paragraph, returned) : row.remark;
    return found === undefined ? [] : [{ ...found, placing: placingOf(paragraph, returned), order: paragraph.index }];
  });
  return remarks;
}

function placingOf({ index }: WordParagraph, { placings }: Returned): Placing {
  return placings.get(index) ?? NOWHERE;
}

type Found = Omit<Remark, 'placing' | 'order'>;

function proposalOf(paragraph: WordParagraph, returned: Reading): Found | undefined {
  const { file } = returned;
  const from = wordsIn(paragraph, file, 'original');
  const to = wordsIn(paragraph, file, 'accepted');
  if (from !== to)
    return { kind: 'proposal', text: '', replies: [], proposal: { from, to }, ...whoChanged(paragraph, file) };
  return untracked(paragraph, from, returned);
}

function whoChanged({ pieces, mark }: WordParagraph, { revisions }: WordFile): Pick<Remark, 'author' | 'date'> {
  const places = [...pieces.flatMap((piece) => piece.revisions), ...mark];
  const tracked = places.map((at) => revisions[at]).find((one) => one !== undefined && one.kind !== 'formatting');
  const { author, date } = tracked ?? {};
  return { ...(author !== undefined && { author }), ...(date !== undefined && { date }) };
}

/** An edit with tracking switched off shows where a passage reads differently than it was sent. */
function untracked(
  paragraph: WordParagraph,
  now: string,
  { placings, prints, sent, sizes }: Reading,
): Found | undefined {
  const id = placings.get(paragraph.index)?.passage?.id;
  if (id === undefined || sizes.get(id) !== 1) return undefined;
  const before = sent.get(id)?.text;
  const print = prints.get(id) ?? (before === undefined ? undefined : fingerprintWords(before));
  if (print === undefined || before === undefined || fingerprintWords(now) === print) return undefined;
  if (!prints.has(id) && likeness(before, now) < REWRITTEN) return undefined;
  return {
    kind: 'proposal',
    text: '',
    replies: [],
    proposal: { from: before.replace(/\s+/gu, ' ').trim(), to: now },
    untracked: true,
  };
}

/** Words in common below which a passage that was found by its words alone is no edit of it. */
const REWRITTEN = 0.5;

function likeness(one: string, other: string): number {
  const [before, now] = [splitWords(one.toLowerCase()), splitWords(other.toLowerCase())];
  const left = new Map<string, number>();
  for (const word of before) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of now) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(word, count - 1);
    }
  }
  return before.length + now.length === 0 ? 1 : (2 * common) / (before.length + now.length);
}

/** Rows that were inserted or deleted, by each of their paragraphs. */
function rowChanges(file: WordFile): ReadonlyMap<number, { readonly first: number; readonly remark: Found }> {
  const changes = new Map<number, { first: number; remark: Found }>();
  for (const block of file.body) if (block.type === 'table') addRows(block, file, changes);
  return changes;
}

function addRows(table: WordTable, file: WordFile, changes: Map<number, { first: number; remark: Found }>): void {
  for (const row of table.rows) {
    const paragraphs = [...paragraphsIn([{ type: 'table', rows: [row] }])];
    const [first] = paragraphs;
    const revision = row.revisions.map((at) => file.revisions[at]).find((one) => one !== undefined);
    if (first === undefined || revision === undefined || revision.kind === 'formatting') continue;
    const isNew = revision.kind === 'insertion' || revision.kind === 'move-to';
    const words = paragraphs.map((one) => wordsIn(one, file, isNew ? 'accepted' : 'original')).join(' | ');
    const proposal = isNew ? { from: '', to: words } : { from: words, to: '' };
    const { author, date } = revision;
    const remark: Found = {
      kind: 'proposal',
      text: '',
      replies: [],
      proposal,
      ...(author !== undefined && { author }),
      ...(date !== undefined && { date }),
    };
    for (const { index } of paragraphs) changes.set(index, { first: first.index, remark });
  }
}
