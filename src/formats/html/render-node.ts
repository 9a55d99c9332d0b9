import type { ElementContent } from 'hast';
import type { NodeType } from '../../model/document.ts';
import { BLOCKS } from './blocks.ts';
import { BOXES } from './boxes.ts';
import type { HtmlContext, Renderer } from './context.ts';
import { FIGURES } from './figures.ts';
import { FOOTNOTES } from './footnotes.ts';
import { FORM_FIELDS } from './form-fields.ts';
import { LISTS } from './lists.ts';
import { PHRASING } from './phrasing.ts';
import { TABLES } from './tables.ts';

/** How each type of node becomes HTML; a type that is missing is a type error. */
const RENDERERS = {
  ...BLOCKS,
  ...BOXES,
  ...FIGURES,
  ...FOOTNOTES,
  ...FORM_FIELDS,
  ...LISTS,
  ...PHRASING,
  ...TABLES,
} satisfies { [Type in NodeType]: Renderer<Type> };

type AnyRenderer = (node: never, context: HtmlContext) => ElementContent[];

/** Blocks that begin on a line of their own, so that the file can be read and compared. */
const OWN_LINE = new Set<string>([
  ...Object.keys({ ...BLOCKS, ...BOXES, ...LISTS, ...FORM_FIELDS }),
  'figure',
  'table',
  'notes',
]);

/**
 * Renders nodes in order.
 * @param nodes of a Document; a node of an unknown type gives its children
 */
export function renderNodes(nodes: readonly { readonly type: string }[], context: HtmlContext): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    const renderer: AnyRenderer | undefined = Object.hasOwn(RENDERERS, node.type)
      ? RENDERERS[node.type as NodeType]
      : undefined;
    if (renderer === undefined) return 'children' in node ? renderNodes(node.children as never, context) : [];
    const rendered = renderer(node as never, context);
    return OWN_LINE.has(node.type) && rendered.length > 0 ? [{ type: 'text', value: '\n' }, ...rendered] : rendered;
  });
}
