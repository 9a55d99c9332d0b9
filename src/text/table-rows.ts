import type { Table, TableCell, TableRow } from 'mdast';
import { plainText } from './plain-text.ts';

/** A first cell up to this length says what a row is about. */
export const LONGEST_LABEL = 40;
/** With so few words alone in its first column, a row is a heading of the table or a comment nobody made. */
const LABEL_WORDS = 3;

/** Where the words of a row end in its source, and the id that stands there. */
export interface RowEnd {
  /** Offset after the last word, before an id. */
  readonly words: number;
  /** Offset after the id, or after the last word where there is none. */
  readonly end: number;
  readonly id?: string;
}

/** Whether a cell holds more than numbers and signs. */
function hasWords(cell: TableCell): boolean {
  return /\p{L}/u.test(plainText(cell));
}

/**
 * The rows of a table that say something: those with words, unless it is only a label in the first column.
 *
 * The first row is the head. Rows of a table written in HTML are marked as such, since nothing can be added to them.
 *
 * @param table A table of a consultation note.
 */
export function sayingRows(table: Table): TableRow[] {
  const { origin } = table.data ?? {};
  const rows = table.children.slice(1).filter((row) => saysSomething(row, table));
  return origin === undefined ? rows : rows.map((row) => ({ ...row, data: { ...row.data, origin } }));
}

/** The rows with words that {@link sayingRows} leaves out. */
export function labelRows(table: Table): TableRow[] {
  return table.children.slice(1).filter((row) => row.children.some(hasWords) && !saysSomething(row, table));
}

function saysSomething(row: TableRow, table: Table): boolean {
  const columns = table.children[0]?.children.length ?? 0;
  const [first, ...others] = row.children;
  if (columns < 2 || others.some(hasWords)) return row.children.some(hasWords);
  return first !== undefined && hasWords(first) && (plainText(first).match(/\S+/gu)?.length ?? 0) > LABEL_WORDS;
}

/**
 * Finds the end of a row: of its last cell that is not empty.
 *
 * @param source The whole file.
 * @param row A row as `parseMarkdown` read it.
 * @returns Undefined where the row has no place in the source.
 */
export function rowEnd(source: string, row: TableRow): RowEnd | undefined {
  const cell = row.children.findLast((one) => plainText(one).trim() !== '');
  const { start, end } = cell?.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  const text = source
    .slice(start.offset, end.offset)
    .replace(/(?<!\\)\|[ \t]*$/u, '')
    .trimEnd();
  const id = /[ \t]\^(?<id>[A-Za-z][A-Za-z0-9_-]{0,63})$/u.exec(text)?.groups?.id;
  const words = id === undefined ? text : text.slice(0, -id.length - 1).trimEnd();
  return {
    words: start.offset + words.length,
    end: start.offset + text.length,
    ...(id !== undefined && { id }),
  };
}
