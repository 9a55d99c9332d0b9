/** Notes whose definitions change places in the source while their marks stay where they are. */
import type { Nodes } from 'mdast';
import { type AnyNode, walk } from '../tree.ts';

/**
 * Moves that readers of notes don't see: what went stands in a definition that nothing refers to any more, so that it
 * is what the mark of its later self referred to.
 *
 * @param tree A whole document.
 */
export function movedWithNotes(tree: AnyNode): ReadonlySet<string> {
  const from = new Map<string, string[]>();
  const referred = new Set<string>();
  walk(tree, (each) => {
    const node = each as Nodes;
    if (node.type === 'footnoteReference') referred.add(node.identifier);
    if (node.type !== 'footnoteDefinition') return;
    const changes = movesFrom(node as AnyNode);
    if (changes.length > 0) from.set(node.identifier, changes);
  });
  return new Set([...from].flatMap(([identifier, changes]) => (referred.has(identifier) ? [] : changes)));
}

function movesFrom({ data, children = [] }: AnyNode): string[] {
  const own = data?.change?.kind === 'moved-from' ? [data.change.change] : [];
  return [...own, ...children.flatMap(movesFrom)];
}
