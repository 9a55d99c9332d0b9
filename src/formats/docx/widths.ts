/** How wide the columns of tables are. */
import type { Table } from 'mdast';
import { type AnyNode, wordsOf } from '../tree.ts';

/** What a table needs at a size of its words, in twentieths of a point. */
interface Setting {
  /** What a character takes. */
  readonly character: number;
  /** Beside the words of a cell. */
  readonly padding: number;
}

/** The columns of a table, and whether its words have to be small to fit. */
export interface Columns {
  readonly widths: readonly number[];
  readonly small: boolean;
}

const USUAL: Setting = { character: 112, padding: 230 };
/** Beside the words of a cell of a table with small words, on either side. */
export const SMALL_PADDING = 50;
const SMALL: Setting = { character: 90, padding: 2 * SMALL_PADDING + 20 };

/** What is asked of a table. */
export interface Room {
  /** Between the margins. */
  readonly room: number;
  /** How much larger words are than usual. */
  readonly scale: number;
}

/**
 * Shares the room by the number of words in each column, within reason. No column is narrower than its longest word if
 * that can be: where it can't, words are smaller, unless whoever reads needs them large.
 *
 * @param node The table.
 * @param width How many columns it has.
 */
export function columnsOf(node: Table, width: number, { room, scale }: Room): Columns {
  const cells = Array.from({ length: width }, (_, at) =>
    node.children.map((row) => wordsOf((row.children[at] ?? { type: 'text' }) as AnyNode)),
  );
  const longest = cells.map((words) => words.reduce((most, cell) => Math.max(most, longestWord(cell)), 0));
  const usual = needsOf(longest, scaled(USUAL, scale), room);
  const small = scale === 1 && sum(usual) > room;
  const needs = small ? needsOf(longest, SMALL, room) : usual;
  const needed = sum(needs);
  const share = Math.min(1, room / needed);
  const spare = Math.max(room - needed, 0);
  const weights = cells.map((words) => {
    const average = words.reduce((all, cell) => all + cell.length, 0) / Math.max(words.length, 1);
    return Math.min(Math.max(Math.sqrt(average) + 2, 3), 14);
  });
  const total = sum(weights);
  const widths = needs.map((least, at) => Math.floor(least * share + (spare * (weights[at] ?? 0)) / total));
  return { widths, small };
}

function scaled({ character, padding }: Setting, scale: number): Setting {
  return { character: character * scale, padding };
}

/** The least of each column: its longest word; a word that is longer than a third of the table may be broken. */
function needsOf(longest: readonly number[], { character, padding }: Setting, room: number): number[] {
  const most = room / Math.min(longest.length, 3);
  return longest.map((letters) => Math.min(letters * character + padding, most));
}

/** At least one, since shares are told by it. */
function sum(numbers: readonly number[]): number {
  return Math.max(
    numbers.reduce((all, number) => all + number, 0),
    1,
  );
}

/** Where lines end: at spaces that are no hard ones, behind hyphens and dashes, and between Chinese characters. */
const BREAKS = /[ \t\r\n\u00ad\u2002-\u2006\u2008-\u200b]+|(?<=[-\u2010\u2012-\u2014])|(?<=\p{Script=Han})/u;

function longestWord(cell: string): number {
  let longest = 0;
  for (const word of cell.split(BREAKS)) longest = Math.max(longest, word.length);
  return longest;
}
