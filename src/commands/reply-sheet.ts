/** Answers to a comment sheet in Excel, written into its column for responses. */
import { fillSheet, type SheetCell } from '../files/xlsx-fill.ts';
import { readXlsx, type XlsxSheet } from '../files/xlsx-read.ts';
import { inputOfRow, isHead, type NotedInput, plainKey, responseColumn } from './reply-rows.ts';
import { type Answered, signed, type WordReplies } from './reply-word.ts';
import { packWords } from './review-pack-words.ts';

interface Desk extends Pick<WordReplies, 'answer'> {
  readonly left: Set<NotedInput>;
  /** Heading of a new column. */
  readonly heading: string;
  readonly cells: SheetCell[];
  replies: number;
  resolved: number;
  open: number;
}

/**
 * Writes all answers into a workbook that came in.
 *
 * @param bytes The workbook.
 * @param replies What it is answered with.
 * @param language Language of a new column for responses, where the sheet has none.
 */
export async function answerSheet(
  bytes: Uint8Array,
  { inputs, answer }: Pick<WordReplies, 'inputs' | 'answer'>,
  language: string,
): Promise<Answered | { readonly problem: string }> {
  const reading = readXlsx(bytes);
  if ('problem' in reading) return { problem: `can't be read. ${reading.problem.message}` };
  const left = new Set<NotedInput>(inputs.filter(({ input }) => input.withdrawn === undefined));
  const heading = packWords(language).words.columns.at(-1) ?? '';
  const desk: Desk = { answer, left, heading, cells: [], replies: 0, resolved: 0, open: 0 };
  for (const sheet of reading.sheets) if (!sheet.hidden) await answerRows(sheet, desk);
  const filled = fillSheet(bytes, desk.cells);
  if ('problem' in filled) return { problem: `can't be written. ${filled.problem.message}` };
  const { replies, resolved, open } = desk;
  const homeless = [...left].filter((one) => answer(one) !== undefined).length;
  return { bytes: filled.bytes, replies, resolved, open, homeless };
}

async function answerRows({ name: sheet, rows }: XlsxSheet, desk: Desk): Promise<void> {
  let column: number | undefined;
  let [head, width] = [0, 0];
  const texts = new Map<number, string>();
  for await (const { row, cells } of rows()) {
    width = Math.max(width, cells.length);
    if (isHead(cells)) {
      column ??= responseColumn(cells);
      head ||= row;
      continue;
    }
    const text = answerRow(cells, column, desk);
    if (text !== undefined) texts.set(row, text);
  }
  // A sheet without a column for responses gets one behind all others.
  const place = column ?? width;
  if (column === undefined && texts.size > 0 && head > 0)
    desk.cells.push({ sheet, row: head, column: place, text: desk.heading });
  for (const [row, text] of texts) desk.cells.push({ sheet, row, column: place, text });
  desk.replies += texts.size;
}

/** What the column for responses is to say of a row; undefined where nothing new. */
function answerRow(cells: readonly string[], column: number | undefined, desk: Desk): string | undefined {
  const own = inputOfRow(
    cells.filter((_, at) => at !== column),
    desk.left,
  );
  if (own === undefined) return undefined;
  desk.left.delete(own);
  const reply = desk.answer(own);
  if (reply === undefined) desk.open += 1;
  else if (reply.resolved) desk.resolved += 1;
  const there = column === undefined ? '' : (cells[column] ?? '').trim();
  if (reply === undefined || plainKey(there).includes(plainKey(reply.text.join(' ')))) return undefined;
  return [...(there === '' ? [] : [there]), ...signed(reply)].join('\n');
}
