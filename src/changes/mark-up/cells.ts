import type { Nodes, PhrasingContent, TableCell } from 'mdast';
import { isCellBorder, type Token } from '../tokens.ts';
import type { TokenRun } from '../words.ts';
import { diffTokens } from '../words.ts';
import { type InlineMark, markInline } from './inline.ts';

/** The tokens of a row, cell by cell. */
export function splitCells(tokens: readonly Token[]): Token[][] {
  const cells: Token[][] = [[]];
  for (const token of tokens) {
    if (isCellBorder(token)) cells.push([]);
    else cells.at(-1)?.push(token);
  }
  return cells;
}

function cellOf(row: Nodes, index: number, children: PhrasingContent[]): TableCell {
  const own = row.type === 'tableRow' ? row.children[index] : undefined;
  return own ? { ...own, children } : { type: 'tableCell', children };
}

function runsOfCells(from: readonly Token[] | undefined, to: readonly Token[] | undefined): readonly TokenRun[] {
  if (from && to) return diffTokens(from, to).runs;
  if (from) return from.length > 0 ? [{ kind: 'deleted', from }] : [];
  return to && to.length > 0 ? [{ kind: 'inserted', to }] : [];
}

/**
 * A table row with what changed marked inside its cells.
 *
 * Cells are paired by their place from the left; where the earlier row had more, its further cells follow, deleted.
 *
 * @param row the later row
 * @param from tokens of the earlier row
 * @param to tokens of the later row
 * @param mark what insertions and deletions carry
 */
export function markCells(
  row: Nodes,
  tokens: { from: readonly Token[]; to: readonly Token[] },
  mark: InlineMark,
): Nodes {
  const [before, after] = [splitCells(tokens.from), splitCells(tokens.to)];
  const count = Math.max(before.length, after.length);
  const children = Array.from({ length: count }, (_, index) =>
    cellOf(row, index, markInline(runsOfCells(before[index], after[index]), mark)),
  );
  return { ...row, type: 'tableRow', children } as Nodes;
}
