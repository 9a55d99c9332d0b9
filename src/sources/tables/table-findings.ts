import type { Finding, Severity } from '../../model/finding.ts';

/** What is to be said of a place in a table. */
export interface TableRemark {
  readonly check: `ingest/${string}`;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly hint?: string;
  readonly file: string;
  /** Row, from 1. */
  readonly row?: number;
  /** Column, from 0. */
  readonly column?: number;
}

/**
 * A finding on a place in a table: the row stands for the line.
 *
 * @param remark What is to be said.
 */
export function tableFinding({ file, row = 1, column = 0, hint, ...said }: TableRemark): Finding {
  return { ...said, ...(hint !== undefined && { hint }), place: { file, line: row, column: column + 1 } };
}

/**
 * Where something stands in a table, for people: `sheet "Answers", row 5, column C`.
 *
 * @param place Sheet, row from 1 and column from 0.
 */
export function placeName(place: { readonly sheet?: string; readonly row: number; readonly column?: number }): string {
  const sheet = place.sheet === undefined ? '' : `sheet "${place.sheet}", `;
  return `${sheet}row ${place.row}${place.column === undefined ? '' : `, column ${columnName(place.column)}`}`;
}

/** Letters of a column, from 0: `A`, `Z`, `AA`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/**
 * Several numbers for people: `2, 3 and 5`, and how many more where they are many.
 *
 * @param numbers Numbers in order.
 */
export function someOf(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8);
  if (numbers.length > shown.length) return `${shown.join(', ')} and ${numbers.length - shown.length} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
