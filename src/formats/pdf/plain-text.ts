import type { Nodes } from 'mdast';

/**
 * Gives the words of a node without marks of footnotes and pictures.
 * @param node any node
 */
export function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
