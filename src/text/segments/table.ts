import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { pointIn, readInline } from './inline.ts';
import type { Labels } from './labels.ts';
import type { Start } from './plain.ts';

const ROW = /^(?:\|[^|]*)+\|$/u;
const RULE = /^\|(?: *:?-+:? *\|)+$/u;

/**
 * Reads a table all of whose rows begin and end with a bar and have as many cells as its head.
 *
 * @param text A segment, without blank lines at its end.
 * @param start Where it stands.
 * @returns Undefined where a parser has to look.
 */
export function readTable(text: string, start: Start, labels: Labels): Table | undefined {
  const lines = text.split('\n');
  const [, rule = ''] = lines;
  if (!RULE.test(rule) || !lines.every((line) => ROW.test(line))) return undefined;
  const align = rule.slice(1, -1).split('|').map(alignmentOf);
  const children: TableRow[] = [];
  let { line, offset } = start;
  for (const [index, source] of lines.entries()) {
    if (index !== 1) {
      const row = readRow(source, { line, offset }, labels);
      if (row?.children.length !== align.length) return undefined;
      children.push(row);
    }
    line++;
    offset += source.length + 1;
  }
  const begin = { line: start.line, column: 1, offset: start.offset };
  return { type: 'table', align, children, position: { start: begin, end: pointIn(text, begin, text.length) } };
}

function alignmentOf(rule: string): AlignType {
  const [left, right] = [rule.trim().startsWith(':'), rule.trim().endsWith(':')];
  if (left) return right ? 'center' : 'left';
  return right ? 'right' : null;
}

/** The bar before a cell belongs to it, and the last one to the last cell. */
function readRow(source: string, { line, offset }: Start, labels: Labels): TableRow | undefined {
  const at = (index: number) => ({ line, column: index + 1, offset: offset + index });
  const children: TableCell[] = [];
  for (let from = 0; from < source.length - 1; ) {
    const to = source.indexOf('|', from + 1);
    const inner = source.slice(from + 1, to);
    const [first, end] = wordsIn(inner);
    const cell = readInline(inner.slice(first, end), at(from + 1 + first), labels);
    if (cell === undefined) return undefined;
    const position = { start: at(from), end: at(to === source.length - 1 ? source.length : to) };
    children.push({ type: 'tableCell', children: cell, position });
    from = to;
  }
  return { type: 'tableRow', children, position: { start: at(0), end: at(source.length) } };
}

/** Where the words of a cell begin and end: spaces around them are not part of it. */
function wordsIn(cell: string): [from: number, to: number] {
  let from = 0;
  let to = cell.length;
  while (from < to && cell[from] === ' ') from++;
  while (to > from && cell[to - 1] === ' ') to--;
  return [from, to];
}
