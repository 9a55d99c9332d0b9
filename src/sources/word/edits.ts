/** The wording that a returned file proposes, tracked or not. */

import { paragraphsIn } from '../../files/word/read-word.ts';
import type { WordParagraph, WordRevision } from '../../files/word/word-types.ts';
import { pairTold, type ToldPair } from './pair-told.ts';
import { NOWHERE, type Places, type Placing } from './placing.ts';
import {
  type Chunk,
  changesIn,
  type Returned,
  type RowChange,
  type Told,
  toldIn,
  type View,
  wordsIn,
} from './units.ts';
import { plainKey } from './word-keys.ts';

/** A change of the wording. */
export interface Edit {
  /** Words as they were sent; empty where a paragraph is new. Line ends part paragraphs. */
  readonly from: string;
  /** Words proposed; empty where a paragraph is to go. */
  readonly to: string;
  readonly placing: Placing;
  /** Index of the paragraph in the file, by which remarks are put in order. */
  readonly order: number;
  /** Name of the tracked move it is an end of. */
  readonly move?: string;
  /** Whether none of it, or only a part of it, was tracked. */
  readonly untracked?: 'all' | 'part';
  readonly author?: string;
  readonly date?: string;
}

/** A returned file with what was sent. */
export interface Compared {
  readonly returned: Returned;
  readonly places: Places;
}

/**
 * Changes of wording that reviewers made with tracking, by paragraph and reviewer.
 *
 * @param compared The file beside what was sent.
 */
export function trackedEdits(compared: Compared): readonly Edit[] {
  const { returned, places } = compared;
  const inText = returned.chunks.flatMap((chunk) => chunkEdits(chunk, compared));
  const rows = returned.rows.map((row) => rowEdit(row, places));
  return [...inText, ...rows, ...noteEdits(compared), ...marginEdits(returned)];
}

function chunkEdits(chunk: Chunk, compared: Compared): readonly Edit[] {
  const { returned } = compared;
  const changes = changesIn(chunk.paragraphs, returned);
  if (changes.length === 0) return [];
  const people = [...new Set(changes.map(({ author }) => author ?? ''))];
  return people.flatMap((author) => {
    const own = changes.filter((one) => (one.author ?? '') === author);
    const view: View = (one) => returned.before(one) || (one.author ?? '') === author;
    return authorEdits(chunk, { own, view, alone: people.length === 1 }, compared);
  });
}

interface Authored {
  readonly own: readonly WordRevision[];
  readonly view: View;
  /** Whether nobody else changed the paragraph. */
  readonly alone: boolean;
}

function authorEdits(chunk: Chunk, { own, view, alone }: Authored, { returned, places }: Compared): readonly Edit[] {
  const { file, before, after } = returned;
  let from: readonly Told[] = chunk.units;
  let to = toldIn(chunk.paragraphs, file, view);
  if (!alone && sameTold(from, to)) {
    // What is done to words that somebody else inserted shows only where these are in.
    const others: View = (one) => before(one) || !own.includes(one);
    from = toldIn(chunk.paragraphs, file, others);
    to = toldIn(chunk.paragraphs, file, after);
  }
  return pairTold(from, to).flatMap((pair) => {
    const edit = editOf(pair, places, alone);
    return edit === undefined ? [] : [{ ...edit, ...whoAndWhen(own), ...moveOf(pair, own) }];
  });
}

function sameTold(one: readonly Told[], other: readonly Told[]): boolean {
  return one.length === other.length && one.every(({ words }, at) => words === other[at]?.words);
}

/** A change as against what was sent: what was edited without tracking in the same paragraph is in it. */
function editOf({ from, to }: ToldPair<Told>, places: Places, alone: boolean): Edit | undefined {
  const proposed = to.map(({ words }) => words).join('\n');
  const order = from[0]?.raws[0] ?? to[0]?.raws[0] ?? 0;
  if (from.length === 0) return { from: '', to: proposed, placing: places.behind(order), order };
  const units = from.map((one) => places.numberOf(one.raws[0] ?? -1));
  const sent = units.map((unit, at) => sentWords(unit, from[at]?.words ?? '', places));
  const isWhole = alone && sent.some((words, at) => plainKey(words) !== plainKey(from[at]?.words ?? ''));
  const words = (isWhole ? sent : from.map((one) => one.words)).join('\n');
  // What was tracked in the file as it was sent, and lost the name of who did it, proposes nothing.
  if (plainKey(words) === plainKey(proposed) && isWhole) return undefined;
  return {
    from: words,
    to: proposed,
    placing: placingOf(units, places),
    order,
    ...(isWhole && { untracked: 'part' as const }),
  };
}

function sentWords(unit: number, words: string, places: Places): string {
  return places.index.paragraphs[places.sentOf(unit)]?.words ?? words;
}

function placingOf(units: readonly number[], places: Places): Placing {
  const [first, ...rest] = units.map((unit) => places.ofUnit(unit));
  const also = rest.flatMap(({ passage }) => passage ?? []).filter((one) => one !== first?.passage);
  return { ...(first ?? { guesses: [] }), ...(also.length > 0 && { also }) };
}

function whoAndWhen(revisions: readonly WordRevision[]): Pick<Edit, 'author' | 'date'> {
  const author = revisions[0]?.author;
  const date = revisions.find((one) => one.date !== undefined)?.date;
  return { ...(author !== undefined && { author }), ...(date !== undefined && { date }) };
}

/** The move that a whole paragraph is an end of. */
function moveOf({ from, to }: ToldPair<Told>, own: readonly WordRevision[]): Pick<Edit, 'move'> {
  if (from.length > 0 && to.length > 0) return {};
  const end = from.length > 0 ? 'move-from' : 'move-to';
  const words = plainKey((from[0] ?? to[0])?.words ?? '');
  const move = own.find((one) => one.kind === end && words.includes(plainKey(one.text)) && one.text.trim() !== '');
  return move === undefined ? {} : { move: move.move ?? '' };
}

function rowEdit({ revision, isNew, words, raws }: RowChange, places: Places): Edit {
  const order = raws[0] ?? 0;
  const placing = isNew ? places.behind(order) : places.ofRaw(order);
  const wording = isNew ? { from: '', to: words } : { from: words, to: '' };
  return { ...wording, placing, order, ...whoAndWhen([revision]) };
}

/** What is tracked in notes is told of the passage that refers to them. What is not tracked can't be told: programs shift notes. */
function noteEdits({ returned, places }: Compared): readonly Edit[] {
  const { file, before, after } = returned;
  const anchors = noteAnchors(returned);
  return file.notes.flatMap(({ blocks }) =>
    [...paragraphsIn(blocks)].flatMap((paragraph): Edit[] => {
      const changes = changesIn([paragraph], returned);
      const [from, to] = [wordsIn(paragraph, file, before), wordsIn(paragraph, file, after)];
      if (changes.length === 0 || from === to) return [];
      const order = anchors.get(paragraph.index) ?? paragraph.index;
      return [{ from, to, placing: places.ofRaw(order), order, ...whoAndWhen(changes) }];
    }),
  );
}

/** What is tracked in headers and footers belongs to no passage. */
function marginEdits(returned: Returned): readonly Edit[] {
  const { file, before, after } = returned;
  return file.margins.flatMap(({ blocks }) =>
    [...paragraphsIn(blocks)].flatMap((paragraph): Edit[] => {
      const changes = changesIn([paragraph], returned);
      const [from, to] = [wordsIn(paragraph, file, before), wordsIn(paragraph, file, after)];
      if (changes.length === 0 || from === to) return [];
      return [{ from, to, placing: NOWHERE, order: Number.MAX_SAFE_INTEGER, ...whoAndWhen(changes) }];
    }),
  );
}

/** The paragraph that refers to each paragraph of a footnote or endnote: what is said of a note is said of it. */
export function noteAnchors({ file }: Pick<Returned, 'file'>): ReadonlyMap<number, number> {
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

/** Whether some reviewer changed a paragraph with tracking. */
export function isTracked(paragraphs: readonly WordParagraph[], returned: Returned): boolean {
  return changesIn(paragraphs, returned).length > 0;
}
