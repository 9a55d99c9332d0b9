import type { Nodes } from 'mdast';

/** What an id brings with it, and what tells only where something stands. */
const IGNORED: ReadonlySet<string> = new Set(['position', 'data', 'children']);

/**
 * Whether two trees say the same: the same nodes with the same fields, in the same order; positions and ids make no
 * difference.
 */
export function sameMeaning(a: Nodes, b: Nodes): boolean {
  if (a.type !== b.type || !sameFields(a, b)) return false;
  const [mine, theirs] = [childrenOf(a), childrenOf(b)];
  if (mine.length !== theirs.length) return false;
  return mine.every((child, index) => {
    const other = theirs[index];
    return other !== undefined && sameMeaning(child, other);
  });
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

function sameFields(a: Nodes, b: Nodes): boolean {
  return fieldsOf(a) === fieldsOf(b);
}

function fieldsOf(node: Nodes): string {
  const fields = Object.entries(node).filter(([key]) => !IGNORED.has(key));
  return JSON.stringify([fields, node.data?.origin, node.data?.anchors, node.data?.role, node.data?.caption]);
}
