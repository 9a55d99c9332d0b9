import type { Element, ElementContent } from 'hast';
import { numberedName } from '../numbered-name.ts';
import { type AnyNode, wordsOf } from '../tree.ts';

import { blockProperties } from './attributes.ts';
import { withChange } from './changes.ts';
import type { HtmlContext, NodeOf, Renderer } from './context.ts';
import { element } from './element.ts';

/** Tables: the first row heads the columns, and the first column the rows where its own head is empty. */
export const TABLES = { table, tableRow, tableCell } satisfies {
  [Type in 'table' | 'tableRow' | 'tableCell']: Renderer<Type>;
};

function table(node: NodeOf<'table'>, context: HtmlContext): ElementContent[] {
  const [head, ...body] = node.children;
  const caption = tableCaption(node, context);
  context.state.columns = node.align ?? [];
  const rowsHaveHeads = head !== undefined && isEmptyCell(head.children[0]) && !head.children.every(isEmptyCell);
  const headed = head !== undefined && !head.children.every(isEmptyCell);
  const grid = element('table', {}, [
    caption !== undefined && element('caption', {}, caption),
    headed && element('thead', {}, [row(head, { head: true, rowsHaveHeads: false }, context)]),
    element(
      'tbody',
      {},
      body.map((each) => row(each, { head: false, rowsHaveHeads }, context)),
    ),
  ]);
  // A wide table scrolls in its own frame, which the keyboard must be able to reach.
  const label = node.data?.label;
  const name = label === undefined ? context.words.table : numberedName(context.words.table, label);
  const frame = { role: 'group', ariaLabel: name, tabIndex: 0 };
  return [element('div', { ...blockProperties(node, context, 'table'), ...frame }, withChange(node, [grid], context))];
}

function tableCaption({ data }: NodeOf<'table'>, { words }: HtmlContext): string[] | undefined {
  const number = data?.label === undefined ? undefined : numberedName(words.table, data.label);
  const parts = [number, data?.caption].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : [parts.join('. ')];
}

interface RowKind {
  readonly head: boolean;
  readonly rowsHaveHeads: boolean;
}

function row(node: NodeOf<'tableRow'>, kind: RowKind, context: HtmlContext): Element {
  const cells = node.children.map((each, column) => {
    const inner = withChange(node, cellContent(each, context), context);
    const align = context.state.columns[column];
    const properties = blockProperties(each, context, ...(align ? [`align-${align}`] : []));
    const scope = cellScope(each, column, kind);
    return scope === undefined ? element('td', properties, inner) : element('th', { ...properties, scope }, inner);
  });
  return element('tr', blockProperties(node, context), cells);
}

function cellContent(node: NodeOf<'tableCell'>, context: HtmlContext): ElementContent[] {
  return withChange(node, context.render(node.children), context);
}

/** An empty cell heads nothing. */
function cellScope(cell: AnyNode, column: number, { head, rowsHaveHeads }: RowKind): 'col' | 'row' | undefined {
  if (isEmptyCell(cell)) return undefined;
  if (head) return 'col';
  return rowsHaveHeads && column === 0 ? 'row' : undefined;
}

function isEmptyCell(cell: AnyNode | undefined): boolean {
  return (
    cell === undefined || (((cell.children?.length ?? 0) === 0 || wordsOf(cell).trim() === '') && !hasPicture(cell))
  );
}

function hasPicture(cell: AnyNode): boolean {
  return (cell.children ?? []).some((child) => child.type === 'image' || hasPicture(child));
}

function tableRow(node: NodeOf<'tableRow'>, context: HtmlContext): ElementContent[] {
  return [row(node, { head: false, rowsHaveHeads: false }, context)];
}

function tableCell(node: NodeOf<'tableCell'>, context: HtmlContext): ElementContent[] {
  return [element('td', blockProperties(node, context), cellContent(node, context))];
}
