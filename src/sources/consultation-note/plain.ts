import type { Parent, PhrasingContent } from 'mdast';
import type { Node } from 'unist';

/** Nodes whose children are words of one line. */
const LEAVES: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'code', 'html', 'figure']);

/**
 * Plain words of a block, one line for each paragraph or item in it.
 *
 * @param source Source of the whole file, for what has no words of its own in the tree (citations, references).
 * @returns A function from node to text.
 */
export function plainTextOf(source: string): (node: Node) => string {
  return (node) =>
    leavesOf(node)
      .map((leaf) => inline(leaf, source))
      .filter(Boolean)
      .join('\n');
}

function leavesOf(node: Node): readonly Node[] {
  if (LEAVES.has(node.type) || !('children' in node)) return [node];
  return (node as Parent).children.flatMap(leavesOf);
}

function inline(node: Node, source: string): string {
  return words(node as PhrasingContent, source)
    .replace(/\s+/gu, ' ')
    .trim();
}

function words(node: PhrasingContent, source: string): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return '';
  if (node.type === 'image') return node.alt ?? '';
  if ('value' in node && typeof node.value === 'string') return node.value;
  const children = 'children' in node ? node.children : [];
  if (children.length > 0) return (children as PhrasingContent[]).map((child) => words(child, source)).join('');
  const { start, end } = node.position ?? {};
  const written = node.type === 'citation' || node.type === 'crossReference';
  return written && start?.offset !== undefined ? source.slice(start.offset, end?.offset) : '';
}
