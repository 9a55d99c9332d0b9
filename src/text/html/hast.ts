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
  /** Cells that spans may still add. */
  room: number;
}

/** Cells that the spans of one piece of HTML may add: a single number in the source could ask for millions. */
const ROOM = 2000;

/** Blocks that are no block of their own in the tree: their names go to the block around them. */
const PARTS: ReadonlySet<string> = new Set(
  'caption dd dt figcaption legend summary tbody td tfoot th thead tr'.split(' '),
);

/**
 * Prepares parsed HTML: names of places go to their blocks, captions before their tables, spans of cells are bounded.
 *
 * @param tree As parsed; changed.
 */
export function prepareHast(tree: Root): PreparedHast {
  const preparation: Preparation = { anchors: [], merged: false, room: ROOM };
  tree.children = prepareAll(preparation, tree.children, undefined);
  return { tree, anchors: preparation.anchors, merged: preparation.merged };
}

function prepareAll<T extends RootContent | ElementContent>(
  preparation: Preparation,
  nodes: readonly T[],
  block: Element | undefined,
): T[] {
  return nodes.flatMap((node) => (node.type === 'element' ? (prepareOne(preparation, node, block) as T[]) : [node]));
}

function prepareOne(preparation: Preparation, element: Element, block: Element | undefined): ElementContent[] {
  const own = canBeNamed(element) ? element : block;
  noteAnchor(preparation, element, own);
  boundSpans(preparation, element);
  element.children = prepareAll(preparation, element.children, own);
  if (element.tagName === 'a' && element.properties.href === undefined) return element.children;
  return (element.tagName === 'table' ? withCaption(element) : [element]).map(withNames);
}

/** Whether an element becomes a block of its own; an empty one, as `<div id="x"></div>`, leaves nothing behind. */
function canBeNamed({ tagName, children }: Element): boolean {
  return BLOCKS.has(tagName) && !PARTS.has(tagName) && (children.length > 0 || tagName === 'hr');
}

/** Names stand on a wrapper, because only its handler is ours. */
function withNames(element: Element): Element {
  const names = anchorsOf(element);
  if (names.length === 0 || element.tagName === 'div') return element;
  delete element.properties.dataAnchors;
  const { position } = element;
  const wrapper: Element = {
    type: 'element',
    tagName: 'div',
    properties: { dataAnchors: names },
    children: [element],
    ...(position && { position }),
  };
  return wrapper;
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
  const [columns, rows] = [spanOf(element, 'colSpan'), spanOf(element, 'rowSpan')];
  if (columns * rows <= 1) return;
  preparation.merged = true;
  if (columns * rows <= preparation.room) {
    preparation.room -= columns * rows;
    return;
  }
  element.properties.colSpan = 1;
  element.properties.rowSpan = 1;
}

function spanOf(element: Element, key: 'colSpan' | 'rowSpan'): number {
  const span = Math.floor(Number(element.properties[key] ?? 1));
  return Number.isNaN(span) ? 1 : Math.max(span, 1);
}

/** A caption is kept as an element of its own in front of its table. */
function withCaption(table: Element): Element[] {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  if (caption?.type !== 'element') return [table];
  table.children = table.children.filter((child) => child !== caption);
  return [{ ...caption, tagName: 'table-caption' }, table];
}
