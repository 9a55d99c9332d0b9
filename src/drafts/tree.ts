import type { Nodes, Parents } from 'mdast';
import type { DocumentNode } from '../model/document.ts';

/** Any node of a tree that is on its way to becoming a Document. */
export type AnyNode = Nodes | DocumentNode;

/** True where a node has children. */
export function isParent(node: AnyNode): node is Parents {
  return 'children' in node;
}

/**
 * Calls `visit` for a node and everything below it, parents first.
 *
 * @param node Where to begin.
 * @param visit Called with each node; returning `false` leaves out what is below it.
 */
export function walk(node: AnyNode, visit: (node: AnyNode) => boolean | undefined): void {
  if (visit(node) === false || !isParent(node)) return;
  for (const child of node.children) walk(child as AnyNode, visit);
}

/** The words of a node without any markup; footnote marks give nothing. */
export function textOf(node: AnyNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  return isParent(node) ? node.children.map((child) => textOf(child as AnyNode)).join('') : '';
}

/** Puts data on a node beside what it already has. */
export function addData(node: { data?: object | undefined }, data: object): void {
  node.data = { ...node.data, ...data };
}
