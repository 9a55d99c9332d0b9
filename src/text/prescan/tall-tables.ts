import type { Segment } from '../segments/split.ts';
import { isTallTable, ROWS_AT_ONCE } from '../segments/tall-table.ts';
import type { SourceLines } from '../source-lines.ts';

/** Characters and marks of the last rows that are parsed together where they are those of a tall table, and what those before cost. */
export interface RowBatch {
  characters: number;
  marks: number;
  cost: number;
}

/** No rows yet. */
export function noRows(): RowBatch {
  return { characters: 0, marks: 0, cost: 0 };
}

/** Counts a row. */
export function addRow(batch: RowBatch, characters: number, marks: number): void {
  if (batch.characters + characters > ROWS_AT_ONCE) {
    batch.cost += batch.marks ** 2;
    batch.characters = batch.marks = 0;
  }
  batch.characters += characters;
  batch.marks += marks;
}

/** What each character of a tall table costs, whatever stands in it. */
const COST_OF_CHARACTER = 8;

/** A measure of what rows cost that are parsed some at a time. */
export function costOfRows({ cost, marks }: RowBatch, characters: number): number {
  return COST_OF_CHARACTER * characters + cost + marks ** 2;
}

/** How many characters a segment has. */
export function lengthOf({ source, starts }: SourceLines, startLine: number, endLine: number): number {
  return (starts[endLine] ?? source.length) - (starts[startLine - 1] ?? 0);
}

/** Shorter segments are under every limit of tables, unless they consist of marks. */
const TALL_AT_LEAST = 8 * 1024;

/** First lines of segments that are one table, where that makes a difference. */
export function tallTables(lines: SourceLines, segments: readonly Segment[]): Set<number> {
  const long = segments.filter(({ startLine, endLine }) => lengthOf(lines, startLine, endLine) > TALL_AT_LEAST);
  const tables = long.filter(({ startLine, endLine }) =>
    isTallTable(lines.source.slice(lines.starts[startLine - 1], lines.starts[endLine])),
  );
  return new Set(tables.map(({ startLine }) => startLine));
}
