import type { RootContent, Table } from 'mdast';
import { pointIn } from './inline.ts';
import type { Labels } from './labels.ts';
import type { ParseBlocks } from './parse-segments.ts';
import { placed } from './place.ts';
import type { Start } from './plain.ts';

/** Characters of a table from which on its rows are parsed some at a time. */
const TALL = 8 * 1024;
/** Characters of rows that are parsed in one go. */
export const ROWS_AT_ONCE = 4096;
const RULE = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/u;

/**
 * Whether a segment is a table and nothing else, so tall that it is parsed some rows at a time. All its rows begin with
 * a bar: nothing else can begin on such a line.
 *
 * @param text The segment.
 */
export function isTallTable(text: string): boolean {
  if (text.length < TALL || !text.startsWith('|') || text.includes('\r')) return false;
  const lines = withoutBlankEnd(text).split('\n');
  return RULE.test(lines[1] ?? '') && lines.every((line) => line.startsWith('|'));
}

function withoutBlankEnd(text: string): string {
  return text.replace(/[ \t\n]+$/u, '');
}

/** Rows that are parsed together, and where they stand. */
interface RowBatch {
  readonly rows: string[];
  /** Rows and characters of the table before them. */
  readonly before: number;
  readonly offset: number;
  length: number;
}

function batchRows(rows: readonly string[], head: number): RowBatch[] {
  const batches: RowBatch[] = [];
  let offset = head;
  for (const [index, row] of rows.entries()) {
    let last = batches.at(-1);
    if (!last || last.length + row.length > ROWS_AT_ONCE) {
      last = { rows: [], before: index, offset, length: 0 };
      batches.push(last);
    }
    last.rows.push(row);
    last.length += row.length + 1;
    offset += row.length + 1;
  }
  return batches;
}

function onlyTable(nodes: readonly RootContent[], rows: number): Table | undefined {
  const [table, ...more] = nodes;
  return table?.type === 'table' && more.length === 0 && table.children.length === rows ? table : undefined;
}

/**
 * Reads a tall table some rows at a time: the same as in one go, in time that grows with its length alone.
 *
 * @param text A segment that is one.
 * @param start Where it stands.
 * @param parse The parser.
 * @param labels What the file defines.
 * @returns Undefined where the parser saw something else in it.
 */
export function readTallTable(text: string, start: Start, parse: ParseBlocks, labels: Labels): Table | undefined {
  const table = withoutBlankEnd(text);
  const [head = '', rule = '', ...rows] = table.split('\n');
  const top = `${head}\n${rule}\n`;
  const children: Table['children'] = [];
  let first: Table | undefined;
  for (const batch of batchRows(rows, top.length)) {
    const found = onlyTable(parse(`${top}${batch.rows.join('\n')}`, labels).children, batch.rows.length + 1);
    if (!found) return undefined;
    const shift = { lines: start.line - 1 + batch.before, offset: start.offset + batch.offset - top.length };
    if (!first) children.push(...rowsAt(found, 0, 1, { lines: start.line - 1, offset: start.offset }));
    children.push(...rowsAt(found, 1, undefined, shift));
    first ??= found;
  }
  if (!first) return undefined;
  const begin = { line: start.line, column: 1, offset: start.offset };
  return { ...first, children, position: { start: begin, end: pointIn(table, begin, table.length) } };
}

function rowsAt(
  { children }: Table,
  from: number,
  to: number | undefined,
  shift: { readonly lines: number; readonly offset: number },
): Table['children'] {
  return placed(children.slice(from, to) as unknown as RootContent[], shift) as unknown as Table['children'];
}
