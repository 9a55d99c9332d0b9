import type { Nodes, Root } from 'mdast';

/** A tree as indented lines: type, value, fields and lines, so that a difference can be read. */
export function outline(tree: Root): string {
  return lines(tree, 0).join('\n');
}

function lines(node: Nodes, depth: number): string[] {
  const { type, position, data, ...rest } = node as Nodes & Record<string, unknown>;
  const fields = Object.entries({ ...rest, ...data })
    .filter(([key, value]) => key !== 'children' && value !== null && value !== undefined && value !== false)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const place = position ? `${position.start.line}:${position.start.column}` : '-';
  const own = `${'  '.repeat(depth)}${[type, ...fields].join(' ')} @${place}`;
  return [own, ...('children' in node ? node.children.flatMap((child) => lines(child, depth + 1)) : [])];
}

/** A tree without positions, ids and what goes with them, to compare what two sources mean. */
export function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== 'position' && key !== 'id' && key !== 'attributes')
    .map(([key, inner]) => [key, meaning(inner)] as const)
    .filter(([key, inner]) => !(key === 'data' && Object.keys(inner as object).length === 0));
  return Object.fromEntries(entries);
}
