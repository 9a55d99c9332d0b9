import type { Nodes, PhrasingContent, TableCell } from 'mdast';
import type { BlockChange } from '../../model/document.ts';
import { splitCells } from '../cells.ts';
import type { Token } from '../tokens.ts';
import { diffTokens, type TokenRun } from '../words.ts';

import { type InlineMark, markInline } from './inline.ts';

/** A column of a marked-up table: where it stands in the earlier and in the later table; -1 where it does not. */
export type Column = readonly [from: number, to: number];

function cellOf(row: Nodes, index: number, children: PhrasingContent[]): TableCell {
  const own = row.type === 'tableRow' ? row.children[index] : undefined;
  return own ? { ...own, children } : { type: 'tableCell', children };
}

/** A cell that only one of the two stages has says so itself: without its words it is no cell. */
function oneSided(cell: TableCell, kind: BlockChange['kind'], change: string): TableCell {
  return { ...cell, data: { ...cell.data, change: { kind, change } } };
}

function runsOfCells(from: readonly Token[] | undefined, to: readonly Token[] | undefined): readonly TokenRun[] {
  if (from && to) return diffTokens(from, to).runs;
  if (from) return from.length > 0 ? [{ kind: 'deleted', from }] : [];
  return to && to.length > 0 ? [{ kind: 'inserted', to }] : [];
}

/** Columns of two rows without a table that says more: paired from the left. */
function plainColumns(before: number, after: number): Column[] {
  return Array.from(
    { length: Math.max(before, after) },
    (_, index): Column => [index < before ? index : -1, index < after ? index : -1],
  );
}

/**
 * A table row with what changed marked inside its cells.
 *
 * @param row the later row
 * @param tokens tokens of the earlier and of the later row
 * @param mark what insertions and deletions carry
 * @param columns the columns of the table, where they changed
 */
export function markCells(
  row: Nodes,
  tokens: { readonly from: readonly Token[]; readonly to: readonly Token[] },
  mark: InlineMark,
  columns?: readonly Column[],
): Nodes {
  const [before, after] = [splitCells(tokens.from), splitCells(tokens.to)];
  const covers =
    columns &&
    before.length + after.length === columns.reduce((sum, [x, y]) => sum + Number(x >= 0) + Number(y >= 0), 0);
  const children = (covers ? columns : plainColumns(before.length, after.length)).map(([x, y]) => {
    const cell = cellOf(row, y, markInline(runsOfCells(before[x], after[y]), mark));
    if (x >= 0 && y >= 0) return cell;
    return oneSided(cell, x < 0 ? 'inserted' : 'deleted', mark.change ?? '');
  });
  return { ...row, type: 'tableRow', children } as Nodes;
}

/**
 * A row of one stage with empty cells where only the other stage has a column.
 *
 * @param row the row as its stage has it
 * @param side which stage that is
 * @param columns the columns of the table
 * @param change id of the row's change
 */
export function padCells(row: Nodes, side: 'from' | 'to', columns: readonly Column[], change: string): Nodes {
  if (row.type !== 'tableRow') return row;
  const own = side === 'from' ? 0 : 1;
  const missing = side === 'from' ? 'inserted' : 'deleted';
  const covered = columns.filter((column) => column[own] >= 0).length === row.children.length;
  if (!covered) return row;
  const children = columns.map((column) => {
    const cell = row.children[column[own]];
    return cell ?? oneSided({ type: 'tableCell', children: [] }, missing, change);
  });
  return { ...row, children };
}
