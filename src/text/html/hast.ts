/** What is done to the parsed HTML before it becomes Markdown nodes. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { BLOCKS } from './elements.ts';

/** Names by which old links know a place. */
export interface PreparedHast {
  readonly tree: Root;
  /** Names that belong to the block as a whole: those of inline elements outside any block. */
  readonly anchors: string[];
  /** Whether a table has merged cells. */
  readonly merged: boolean;
}

interface Preparation {
  readonly anchors: string[];
  merged: boolean;
}

const MAX_SPAN = 100;

/**
 * Prepares parsed HTML: names of places go to their blocks, captions before their tables, spans of cells are bounded.
 *
 * @param tree As parsed; changed.
 */
export function prepareHast(tree: Root): PreparedHast {
  const preparation: Preparation = { anchors: [], merged: false };
  tree.children = prepareAll(preparation, tree.children, undefined);
  return { tree, ...preparation };
}

function prepareAll<T extends RootContent | ElementContent>(
  preparation: Preparation,
  nodes: readonly T[],
  block: Element | undefined,
): T[] {
  return nodes.flatMap((node) => (node.type === 'element' ? (prepareOne(preparation, node, block) as T[]) : [node]));
}

function prepareOne(preparation: Preparation, element: Element, block: Element | undefined): ElementContent[] {
  const own = BLOCKS.has(element.tagName) ? element : block;
  noteAnchor(preparation, element, own);
  boundSpans(preparation, element);
  element.children = prepareAll(preparation, element.children, own);
  if (element.tagName === 'a' && element.properties.href === undefined) return element.children;
  return element.tagName === 'table' ? withCaption(element) : [element];
}

function noteAnchor(preparation: Preparation, element: Element, block: Element | undefined): void {
  const { id, name } = element.properties;
  const names = element.tagName === 'a' ? [id, name] : [id];
  for (const one of names) {
    if (typeof one !== 'string' || one === '') continue;
    if (block) block.properties.dataAnchors = [...anchorsOf(block), one];
    else preparation.anchors.push(one);
  }
}

/** Names noted on an element. */
export function anchorsOf(element: Element): string[] {
  const { dataAnchors } = element.properties;
  return Array.isArray(dataAnchors) ? dataAnchors.map(String) : [];
}

function boundSpans(preparation: Preparation, element: Element): void {
  for (const key of ['colSpan', 'rowSpan']) {
    const span = Number(element.properties[key] ?? 1);
    if (!(span > 1)) continue;
    preparation.merged = true;
    element.properties[key] = Math.min(Math.floor(span), MAX_SPAN);
  }
}

/** A caption is kept as an element of its own in front of its table. */
function withCaption(table: Element): ElementContent[] {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  if (caption?.type !== 'element') return [table];
  table.children = table.children.filter((child) => child !== caption);
  return [{ ...caption, tagName: 'table-caption' }, table];
}
