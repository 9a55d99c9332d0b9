import type { Nodes } from 'mdast';
import { type PassageIndex, passageIndex } from '../../../src/trace/likely-passages.ts';
import { documentOf } from '../engine.ts';

/** Blocks that get an id of their own, as `penholder ids` would stamp them. */
const STAMPED: ReadonlySet<string> = new Set(['heading', 'paragraph', 'listItem', 'table', 'code', 'blockquote']);

/** The passages of a text without ids, each called by the line it begins on: `n12`. */
export function indexOf(text: string): PassageIndex {
  const document = documentOf([{ file: 'text.md', text }]);
  for (const section of document.root.children) stamp(section as Nodes, false);
  return passageIndex(document);
}

function stamp(node: Nodes, carried: boolean): void {
  const line = node.position?.start.line;
  if (STAMPED.has(node.type) && !carried && line !== undefined) node.data = { ...node.data, id: `n${line}` };
  if (node.type === 'table' || !('children' in node)) return;
  // The first paragraph of an item is pointed at by the item.
  for (const [index, child] of node.children.entries()) stamp(child, node.type === 'listItem' && index === 0);
}

/** A title as it is compared: its number and marks left out. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/^[\s#*]*(?:\d+\.?)*\s*/u, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
