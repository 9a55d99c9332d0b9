import { parseRowType, type RowType } from './row-types.ts';
import type { FormRow } from './survey-form.ts';

/** A row with what stands between it and the row that ends it. */
export interface RowNode {
  readonly row: FormRow;
  readonly type: RowType;
  readonly children: readonly RowNode[];
  /** The row that ends a group; absent where nothing does. */
  readonly end?: FormRow;
}

interface OpenNode {
  readonly row: FormRow;
  readonly type: RowType;
  readonly children: RowNode[];
}

/** Groups within groups deeper than any form has; what is deeper is told as rows that nothing ends. */
const DEEPEST = 60;

/**
 * Rows as a tree of groups. A group that nothing ends goes on to the end; an end without a begin stays a row of its own.
 *
 * @param rows Rows of the survey sheet.
 */
export function rowTree(rows: readonly FormRow[]): readonly RowNode[] {
  const root: RowNode[] = [];
  const open: OpenNode[] = [];
  const into = () => open.at(-1)?.children ?? root;
  for (const row of rows) {
    const type = parseRowType(row.cells.type ?? '');
    const last = open.at(-1);
    if (type.base.startsWith('begin_') && open.length < DEEPEST) open.push({ row, type, children: [] });
    else if (last !== undefined && type.base === last.type.base.replace('begin_', 'end_')) {
      open.pop();
      into().push({ ...last, end: row });
    } else into().push({ row, type, children: [] });
  }
  for (let last = open.pop(); last !== undefined; last = open.pop()) into().push(last);
  return root;
}
