import type { Nodes } from 'mdast';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';

/** What may stand in itself without end, and can be left away while all words stay. */
const NESTING: ReadonlySet<string> = new Set([
  'agreed',
  'blockquote',
  'bracket',
  'delete',
  'emphasis',
  'list',
  'strong',
]);

/** Depths to try, one after the other, where the typesetter says that a Document is nested too deeply. */
export const DEPTHS: readonly number[] = [8, 4, 0];

/** A Document without what was nested too deeply, and a finding that says so. */
export interface Flattened {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

interface Walk {
  readonly deepest: number;
  readonly file: string;
  readonly findings: Finding[];
}

/**
 * Sets what is nested more deeply than a page can show as part of what is around it; no words are lost.
 * @param document any Document
 * @param deepest how many quotes, lists and formats may stand inside one another
 */
export function flattenDeep(document: Document, deepest: number): Flattened {
  const findings: Finding[] = [];
  const children = document.root.children.flatMap((child) => {
    const file = child.type === 'section' ? (child.file ?? '') : '';
    return flatten(child, 0, { deepest, file, findings });
  });
  const root = { ...document.root, children } as Document['root'];
  return { document: { ...document, root }, findings: findings.slice(0, 1) };
}

function flatten(node: Nodes, depth: number, walk: Walk): Nodes[] {
  if (!('children' in node)) return [node];
  const inner = NESTING.has(node.type) ? depth + 1 : depth;
  const children = (node.children as Nodes[]).flatMap((child) => flatten(child, inner, walk));
  if (inner === depth || inner <= walk.deepest) return [{ ...node, children } as Nodes];
  walk.findings.push(tooDeep(node, walk.file));
  const kept = node.type === 'list' ? children.flatMap(contents) : children;
  return kept.map((child) => withChangeOf(node, child));
}

/** What stands in an item of a list; its label goes to its first paragraph. */
function contents(item: Nodes): Nodes[] {
  if (!('children' in item)) return [item];
  const [first, ...rest] = (item.children as Nodes[]).map((child) => withChangeOf(item, child));
  if (first === undefined) return [];
  const label = item.data?.label;
  return [label === undefined ? first : { ...first, data: { label, ...first.data } }, ...rest] as Nodes[];
}

/** What happened to a container happened to what stands in it. */
function withChangeOf(container: Nodes, child: Nodes): Nodes {
  const change = container.data?.change;
  if (change === undefined || child.data?.change !== undefined) return child;
  return { ...child, data: { ...child.data, change } } as Nodes;
}

function tooDeep(node: Nodes, file: string): Finding {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return {
    check: 'pdf/nesting',
    severity: 'warning',
    message:
      'Quotes, lists or formats stand inside one another here more deeply than the PDF can show; the innermost are set without.',
    why: 'The typesetter refuses what is nested without end; the words are all there.',
    hint: 'Take some levels of quotes or lists out.',
    place: { file, line, column },
  };
}
