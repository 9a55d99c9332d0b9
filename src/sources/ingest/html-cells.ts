import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Elements that stand in a line of text; all others begin a line of their own. */
const INLINE: ReadonlySet<string> = new Set(
  [
    'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q s samp small span strong sub sup time u var',
    'img picture svg audio video map canvas',
  ].flatMap((names) => names.split(' ')),
);

/**
 * Makes one line of what stands in each cell of a page's tables: Markdown has no paragraphs or lists in cells.
 *
 * No word is lost, and words of two blocks do not run together. Tables in cells become words of the cell.
 *
 * @param node Changed in place.
 */
export function flattenCells(node: Root | Element): void {
  for (const child of node.children as RootContent[]) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'td' || child.tagName === 'th') child.children = child.children.flatMap(inLine);
    else flattenCells(child);
  }
}

function inLine(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(inLine);
  if (INLINE.has(node.tagName)) return [{ ...node, children }];
  const space: ElementContent = { type: 'text', value: ' ' };
  return [space, ...children, space];
}
