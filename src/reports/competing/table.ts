/** Proposals that compete, as tables. */
import type { PhrasingContent, TableRow } from 'mdast';
import type { WordChange } from './data.ts';

/** A row of a table. */
export function tableRow(cells: readonly PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) };
}

/** Plain words; none where there are none. */
export function plainWords(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** What is proposed: words that go are struck, words that come are strong. */
export function changeRuns(changes: readonly WordChange[]): PhrasingContent[] {
  return changes.flatMap(({ from, to }, at): PhrasingContent[] => [
    ...(at === 0 ? [] : plainWords('; ')),
    ...(from === '' ? [] : [{ type: 'delete' as const, children: plainWords(from) }]),
    ...(from === '' || to === '' ? [] : plainWords(' → ')),
    ...(to === '' ? [] : [{ type: 'strong' as const, children: plainWords(to) }]),
  ]);
}
