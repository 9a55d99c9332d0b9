import type { Node } from 'unist';

/** Nodes between whose children a line ends. */
const BLOCK_PARENTS: ReadonlySet<string> = new Set([
  'root',
  'section',
  'box',
  'recommendation',
  'termDefinition',
  'alternatives',
  'alternative',
  'blockquote',
  'list',
  'listItem',
  'table',
  'footnoteDefinition',
  'notes',
]);

/**
 * The words of a node as a reader sees them: formatting, link targets, ids and footnote marks left out; alternative
 * text of pictures, and code, kept. Blocks and rows end lines, cells are set apart by tabs.
 *
 * @param node Any node of a tree.
 */
export function plainText(node: Node): string {
  if (node.type === 'break') return '\n';
  if ('value' in node && typeof node.value === 'string') return node.type === 'html' ? '' : node.value;
  const own = ownText(node);
  const children = 'children' in node && Array.isArray(node.children) ? (node.children as Node[]) : [];
  const between = node.type === 'tableRow' ? '\t' : BLOCK_PARENTS.has(node.type) ? '\n' : '';
  return [...own, children.map(plainText).join(between)].filter((part) => part !== '').join('\n');
}

/** Words that a node holds in its fields. */
function ownText(node: Node): string[] {
  const { alt, title, term } = node as { alt?: string | null; title?: string | null; term?: string };
  if (node.type === 'image' || node.type === 'figure') return alt ? [alt] : [];
  if (node.type === 'table') return captionOf(node);
  if (node.type === 'box') return title ? [title] : [];
  return node.type === 'termDefinition' && term ? [term] : [];
}

function captionOf(node: Node): string[] {
  const { caption } = (node.data ?? {}) as { caption?: string };
  return caption === undefined ? [] : [caption];
}
