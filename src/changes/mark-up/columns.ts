import type { Parents } from 'mdast';
import { splitCells } from '../cells.ts';
import type { Passage, Passages } from '../passages.ts';
import { diffSequences } from '../sequence-diff.ts';
import { type Token, tokenText } from '../tokens.ts';
import type { Column } from './cells.ts';
import type { Step } from './plan-steps.ts';
import type { ContainerMap } from './tree.ts';

/** The columns of tables whose columns changed, by the earlier and by the later table. */
export type TableColumns = ReadonlyMap<Parents, readonly Column[]>;

function numbered(rows: readonly (readonly Token[])[], known: Map<string, number>): Int32Array {
  return Int32Array.from(rows, (tokens) => {
    const text = tokenText(tokens);
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  });
}

/** Pairs equal headings in order; between them what is left is paired from the left. */
function alignColumns(from: Passage, to: Passage): Column[] {
  const [before, after] = [splitCells(from.tokens), splitCells(to.tokens)];
  const known = new Map<string, number>();
  const [a, b] = [numbered(before, known), numbered(after, known)];
  const columns: Column[] = [];
  let [x, y] = [0, 0];
  for (const [aStart, aEnd, bStart, bEnd] of [
    ...diffSequences(a, b).edits,
    [a.length, a.length, b.length, b.length] as const,
  ]) {
    for (; x < aStart; x += 1, y += 1) columns.push([x, y]);
    for (y = bStart; x < aEnd || y < bEnd; ) columns.push([x < aEnd ? x++ : -1, y < bEnd ? y++ : -1]);
  }
  return columns;
}

/**
 * Finds the columns of tables that have more or fewer of them than before, by their first rows that correspond.
 *
 * @param steps the passages of both stages in one order
 * @param from passages of the earlier stage
 * @param to passages of the later stage
 * @param map which earlier container became which later one
 */
export function findColumns(
  steps: readonly Step[],
  sides: { from: Passages; to: Passages },
  map: ContainerMap,
): TableColumns {
  const columns = new Map<Parents, readonly Column[]>();
  const seen = new Set<Parents>();
  for (const step of steps) {
    if (step.kind !== 'both') continue;
    const [before, after] = [sides.from.passages[step.from[0] ?? -1], sides.to.passages[step.to[0] ?? -1]];
    const [earlier, later] = [before?.path.at(-1), after?.path.at(-1)];
    if (before?.family !== 'row' || !after || !earlier || !later || seen.has(later) || map.get(earlier) !== later)
      continue;
    seen.add(later);
    const found = alignColumns(before, after);
    if (found.every(([x, y]) => x >= 0 && y >= 0)) continue;
    columns.set(earlier, found);
    columns.set(later, found);
  }
  return columns;
}
