import type { Node } from 'unist';

/**
 * Nodes without their positions: a question is moved into guides and forms, where those of its file would mislead.
 *
 * @param nodes Of a tree as read.
 */
export function bareNodes<T extends Node>(nodes: readonly T[]): T[] {
  return nodes.map(bare);
}

function bare<T extends Node>(node: T): T {
  const { position: _, ...rest } = node as T & { children?: Node[] };
  return (
    'children' in rest && Array.isArray(rest.children) ? { ...rest, children: rest.children.map(bare) } : rest
  ) as T;
}
