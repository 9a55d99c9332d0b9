import type { RootContent, Table } from 'mdast';
import { type MarkdownContext, report, startOf } from './context.ts';
import { onlyAttributeLists } from './kramdown.ts';
import { onlyId } from './trailing-id.ts';

/** Blocks that cannot be pointed at. */
const WITHOUT_ID: ReadonlySet<string> = new Set(['thematicBreak', 'definition', 'html', 'footnoteDefinition']);

/**
 * Gives an id that stands alone on its line to the block before it.
 *
 * @param context The file.
 * @param blocks Blocks that stand side by side.
 * @returns The blocks without the lines that held only an id.
 */
export function giveIds(context: MarkdownContext, blocks: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  for (const block of blocks) {
    const names = onlyAttributeLists(block);
    if (names !== undefined) {
      if (names.length > 0 && !nameLast(result, names)) result.push(literal(block));
      continue;
    }
    const id = block.type === 'paragraph' && !block.data ? onlyId(block.children, context) : undefined;
    const target = result.at(-1);
    if (id === undefined) result.push(block.type === 'table' ? idFromLastRow(context, block) : block);
    else if (!target || !canHaveId(target)) {
      reportLost(context, block, target?.data?.id);
      result.push(literal(block));
    } else result[result.length - 1] = { ...target, data: { ...target.data, id } } as RootContent;
  }
  return result;
}

/** An attribute list alone on its line names the block before it. */
function nameLast(result: RootContent[], names: readonly string[]): boolean {
  const target = result.at(-1);
  if (!target || WITHOUT_ID.has(target.type)) return false;
  const anchors = [...(target.data?.anchors ?? []), ...names];
  result[result.length - 1] = { ...target, data: { ...target.data, anchors } } as RootContent;
  return true;
}

/** A line that names nothing is kept as text, and is no passage. */
function literal(block: RootContent): RootContent {
  return { ...block, data: { ...block.data, origin: 'literal' } } as RootContent;
}

function canHaveId(node: RootContent): boolean {
  return !WITHOUT_ID.has(node.type) && node.data?.id === undefined && node.data?.origin !== 'literal';
}

/** An id on the line right after a table has become its last row. */
function idFromLastRow(context: MarkdownContext, table: Table): Table {
  const last = table.children.at(-1);
  const [first, ...others] = last?.children ?? [];
  if (table.children.length < 2 || !first || others.some((cell) => cell.children.length > 0)) return table;
  const id = onlyId(first.children, context);
  if (id === undefined || table.data?.id !== undefined) return table;
  return { ...table, children: table.children.slice(0, -1), data: { ...table.data, id } };
}

function reportLost(context: MarkdownContext, block: RootContent, taken: string | undefined): void {
  report(context, startOf(block), {
    check: 'text/stray-id',
    severity: 'warning',
    message: taken
      ? `This id follows a block that already has one ("${taken.slice(0, 40)}"); the line is kept as text.`
      : 'This id stands alone, and there is no block before it that it could name; the line is kept as text.',
    hint: 'Put the id at the end of its paragraph, or on a line of its own after the table, code, quote or list.',
  });
}
