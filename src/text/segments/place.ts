import type { Nodes, RootContent } from 'mdast';
import type { Point, Position } from 'unist';

/** By how much a place moves. */
export interface Shift {
  readonly lines: number;
  readonly offset: number;
}

/**
 * Copies nodes to another place of a source, or into another source; the columns stay.
 *
 * @param nodes Blocks in order; not changed.
 */
export function placed(nodes: readonly RootContent[], shift: Shift): RootContent[] {
  return nodes.map((node) => placeNode(node, shift));
}

function placeNode<T extends Nodes>(node: T, shift: Shift): T {
  const copy: T = { ...node };
  if (node.position) copy.position = placePosition(node.position, shift);
  if ('children' in node) {
    (copy as { children: Nodes[] }).children = node.children.map((child) => placeNode(child, shift));
  }
  if (node.data) copy.data = structuredClone(node.data);
  return copy;
}

function placePosition({ start, end }: Position, shift: Shift): Position {
  return { start: placePoint(start, shift), end: placePoint(end, shift) };
}

function placePoint({ line, column, offset }: Point, shift: Shift): Point {
  return { line: line + shift.lines, column, offset: (offset ?? 0) + shift.offset };
}
