/** Answers to a Word file: in its threads, on its tracked changes, in the rows of its sheet, on its paragraphs. */
import { paragraphsIn, readWord } from '../files/word/read-word.ts';
import type { WordComment, WordFile } from '../files/word/word-types.ts';
import { addReplies, type PlacedReply, type Reply, type ThreadReply } from '../files/word-edit/add-replies.ts';
import { type CellText, fillCells, type TableWords, tableWords } from '../files/word-edit/fill-cells.ts';
import type { SentText } from '../model/contracts.ts';
import type { Remark } from '../sources/word/remarks.ts';
import { MOVE } from '../sources/word/review-note.ts';
import { inputKey, inputOfRow, isHead, type NotedInput, plainKey, responseColumn } from './reply-rows.ts';

/** What becomes of a file. */
export interface Answered {
  readonly bytes: Uint8Array;
  readonly replies: number;
  readonly resolved: number;
  /** What has no answer yet. */
  readonly open: number;
  /** Answers to what stands nowhere in the file. */
  readonly homeless: number;
}

/** What a file is answered with. */
export interface WordReplies {
  readonly inputs: readonly NotedInput[];
  /** What may have been sent to the reviewer. */
  readonly texts: readonly SentText[];
  /** The answer to an input; undefined where it has none. */
  readonly answer: (one: NotedInput) => Reply | undefined;
}

interface Desk extends WordReplies {
  readonly file: WordFile;
  /** Inputs for which no place is known yet. */
  readonly left: Set<NotedInput>;
  readonly threads: ThreadReply[];
  readonly placed: PlacedReply[];
  readonly cells: CellText[];
  resolved: number;
  open: number;
}

/**
 * Writes all answers into a Word file that came in.
 *
 * @param bytes The file.
 * @param replies What it is answered with.
 */
export async function answerWord(
  bytes: Uint8Array,
  replies: WordReplies,
): Promise<Answered | { readonly problem: string }> {
  const reading = readWord(bytes);
  if ('problem' in reading) return { problem: `can't be read. ${reading.problem.message}` };
  const { file } = reading;
  const left = new Set(replies.inputs.filter(({ input }) => input.withdrawn === undefined));
  const given = new Map([...left].map((one) => [one, replies.answer(one)]));
  const answer: Desk['answer'] = (one) => given.get(one);
  const desk: Desk = { ...replies, answer, file, left, threads: [], placed: [], cells: [], resolved: 0, open: 0 };
  answerThreads(desk);
  if (left.size > 0) await answerProposals(desk);
  if (left.size > 0) answerRows(desk, tableWords(bytes));
  if (left.size > 0) answerParagraphs(desk);
  const { threads, placed, cells } = desk;
  const replied = addReplies(bytes, threads, placed);
  if ('problem' in replied) return { problem: `can't be written. ${replied.problem.message}` };
  const filled = fillCells(replied.bytes, cells);
  if ('problem' in filled) return { problem: `can't be written. ${filled.problem.message}` };
  const { resolved, open } = desk;
  const homeless = [...left].filter((one) => answer(one) !== undefined).length;
  return { bytes: filled.bytes, replies: replied.added + cells.length, resolved, open, homeless };
}

/** The answer to something that was found in the file; nothing where it has none yet. */
function take(one: NotedInput, desk: Desk): Reply | undefined {
  desk.left.delete(one);
  const reply = desk.answer(one);
  if (reply === undefined) desk.open += 1;
  else if (reply.resolved) desk.resolved += 1;
  return reply;
}

/** Each thread is the input that says its words, and each input is one thread. */
function answerThreads(desk: Desk): void {
  const { comments } = desk.file;
  const keys = new Map([...desk.left].map((one) => [one, plainKey(one.input.text)] as const));
  const given = new Set([...desk.left].flatMap((one) => answerKey(desk.answer(one)) ?? []));
  for (const comment of comments) {
    if (comment.parent !== undefined) continue;
    const said = plainKey(comment.text);
    const quoted = plainKey(comment.quoted).slice(0, 80);
    const among = [...desk.left].filter((one) => said !== '' && keys.get(one)?.includes(said));
    const own = among.find((one) => quoted !== '' && keys.get(one)?.includes(quoted)) ?? among[0];
    if (own === undefined) {
      // What was written in answer before is none of the reviewer's.
      if (!given.has(saidKey(comment.author, comment.text))) desk.open += 1;
      continue;
    }
    const reply = take(own, desk);
    if (reply !== undefined && !isThere(reply, (one) => one.parent === comment.id, comments))
      desk.threads.push({ comment: comment.id, ...reply });
  }
}

/** Who says what: the same for an answer and for the comment that it became. */
function saidKey(author: string | undefined, words: string): string {
  return `${author}\n${plainKey(words)}`;
}

function answerKey(reply: Reply | undefined): string | undefined {
  return reply && saidKey(reply.author, reply.text.join(' '));
}

/** What stands in the file already is not said again. */
function isThere(reply: Reply, where: (one: WordComment) => boolean, comments: readonly WordComment[]): boolean {
  const said = answerKey(reply);
  return comments.some((one) => where(one) && saidKey(one.author, one.text) === said);
}

function place(one: NotedInput, at: { readonly paragraph: number; readonly reviewer?: string }, desk: Desk): void {
  const reply = take(one, desk);
  if (reply === undefined) return;
  const isHere = ({ parent, paragraph }: WordComment) => parent === undefined && paragraph === at.paragraph;
  if (!isThere(reply, isHere, desk.file.comments)) desk.placed.push({ ...reply, ...at });
}

/** Answers to proposed wording stand on the changes that propose it. */
async function answerProposals(desk: Desk): Promise<void> {
  const proposed = [...desk.left].some(({ input }) => input.proposal !== undefined || isMove(input.text));
  if (!proposed) return;
  const { returnedRemarks } = await import('../sources/word-review.ts');
  const remarks = await returnedRemarks(desk.file, desk.texts);
  const inText = new Set([...paragraphsIn(desk.file.body)].map(({ index }) => index));
  const keys = new Map([...desk.left].map((one) => [one, sourceKeys(one)] as const));
  for (const remark of remarks) {
    if (remark.kind !== 'proposal') continue;
    const isSame = madeOf(remark);
    const own = [...desk.left].find((one) => isSame(keys.get(one)));
    const { order: paragraph, author } = remark;
    // What stands in a header, or in a note that nothing refers to, takes no comment.
    if (own !== undefined && inText.has(paragraph))
      place(own, { paragraph, ...(author !== undefined && { reviewer: author }) }, desk);
  }
}

function isMove(text: string): boolean {
  return text.startsWith(MOVE);
}

/** What an input says of the change it was made of. */
interface SourceKeys {
  readonly proposed: string | undefined;
  /** Words of a move; undefined where it is none. */
  readonly moved: string | undefined;
}

function sourceKeys({ input: { proposal, text } }: NotedInput): SourceKeys {
  return { proposed: proposalKey(proposal), moved: isMove(text) ? plainKey(text) : undefined };
}

function proposalKey(proposal: Remark['proposal']): string | undefined {
  return proposal && `${plainKey(proposal.from)}\n${plainKey(proposal.to)}`;
}

/** Tells whether an input was made of a remark. */
function madeOf({ proposal, quoted }: Remark): (keys: SourceKeys | undefined) => boolean {
  const proposed = proposalKey(proposal);
  const moved = plainKey(quoted ?? '').slice(0, 60);
  return (keys) => (proposed === undefined ? keys?.moved?.includes(moved) === true : keys?.proposed === proposed);
}

/** Answers to the rows of a sheet stand in its column for responses; where it has none, on the row. */
function answerRows(desk: Desk, tables: TableWords): void {
  tables.forEach((rows, table) => {
    let column: number | undefined;
    rows.forEach((cells, row) => {
      const words = cells.map((cell) => cell.words);
      if (isHead(words)) {
        column = responseColumn(words) ?? column;
        return;
      }
      const own = inputOfRow(
        words.filter((_, at) => at !== column),
        desk.left,
      );
      if (own === undefined) return;
      const cell = column === undefined ? undefined : cells[column];
      if (column === undefined || cell === undefined) {
        const longest = cells.reduce((most, one) => (one.words.length > most.words.length ? one : most), {
          words: '',
          paragraph: 0,
        });
        place(own, { paragraph: longest.paragraph }, desk);
        return;
      }
      const reply = take(own, desk);
      if (reply === undefined) return;
      if (!plainKey(cell.words).includes(plainKey(reply.text.join(' '))))
        desk.cells.push({ table, row, cell: column, text: signed(reply) });
    });
  });
}

/** In a cell nothing else says who answered, and when. */
export function signed({ author, date, text }: Reply): readonly string[] {
  const when = date === undefined ? '' : `, ${date}`;
  return [...text, `(${author}${when})`];
}

/** Shorter paragraphs are said by many. */
const FEWEST = 20;

/** Answers to what was written in a letter stand on its paragraphs. */
function answerParagraphs(desk: Desk): void {
  for (const { index, pieces } of paragraphsIn(desk.file.body)) {
    const words = plainKey(pieces.map(({ type, text }) => (type === 'text' ? text : '')).join(''));
    if (words.length < FEWEST) continue;
    const own = [...desk.left].find(({ input }) => {
      const key = inputKey(input);
      return key.includes(words) || (key.length >= FEWEST && words.includes(key));
    });
    if (own !== undefined) place(own, { paragraph: index }, desk);
  }
}
