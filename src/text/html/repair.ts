/** HTML nests what Markdown can't: these put the nodes back in order, with nothing left out. */
import type { Break, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { hasChildren } from '../markdown/context.ts';
import { tidyLine } from './tidy.ts';

const FORMATTING: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link']);
const FLOW: ReadonlySet<string> = new Set(
  'blockquote code containerDirective definition footnoteDefinition heading list listItem paragraph table tableRow tableCell thematicBreak'.split(
    ' ',
  ),
);

/**
 * Puts converted blocks in order: no block inside a paragraph, a line of formatting or a table cell; captions go to
 * their tables.
 *
 * @param nodes Blocks as the converter left them.
 * @param own Nodes that were Markdown before: these are in order.
 */
export function repairBlocks(nodes: readonly RootContent[], own: ReadonlySet<Nodes>): RootContent[] {
  const blocks = nodes.flatMap((node) => repairBlock(node, own));
  return withCaptions(
    wrapLoose(blocks).map((block) => (block.type === 'paragraph' && !own.has(block) ? tidy(block) : block)),
  );
}

function tidy(node: Paragraph): Paragraph {
  return { ...node, children: tidyLine(node.children) };
}

function repairBlock(node: RootContent, own: ReadonlySet<Nodes>): RootContent[] {
  if (own.has(node)) return [node];
  if (FORMATTING.has(node.type) && hasChildren(node)) return distribute(node, own);
  if (node.type === 'paragraph') return splitParagraph(node, own);
  if (node.type === 'heading') return [{ ...node, children: toPhrasing(node.children) }];
  if (node.type === 'table') {
    const rows = node.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: toPhrasing(cell.children) })),
    }));
    return [{ ...node, children: rows }];
  }
  if (!FLOW.has(node.type) || !hasChildren(node)) return [node];
  return [{ ...node, children: repairBlocks(node.children as RootContent[], own) } as RootContent];
}

/** Formatting around blocks goes into their paragraphs. */
function distribute(node: RootContent & { children: Nodes[] }, own: ReadonlySet<Nodes>): RootContent[] {
  const children = node.children as RootContent[];
  if (!children.some((child) => FLOW.has(child.type))) return [node];
  return repairBlocks(children, own).map((child) =>
    child.type === 'paragraph'
      ? { ...child, children: [{ ...node, children: child.children } as unknown as PhrasingContent] }
      : child,
  );
}

/** A paragraph that holds blocks becomes several. */
function splitParagraph(node: Paragraph, own: ReadonlySet<Nodes>): RootContent[] {
  const children = (node.children as RootContent[]).flatMap((child) =>
    FORMATTING.has(child.type) ? repairBlock(child, own) : [child],
  );
  if (!children.some((child) => FLOW.has(child.type))) return [node];
  return repairBlocks(children, own).map((child) =>
    child.type === 'paragraph' && node.data ? { ...child, data: node.data } : child,
  );
}

/** Phrasing between blocks becomes paragraphs. */
function wrapLoose(nodes: readonly RootContent[]): RootContent[] {
  const result: RootContent[] = [];
  let open: Paragraph | undefined;
  for (const node of nodes) {
    if (FLOW.has(node.type)) {
      result.push(node);
      open = undefined;
    } else if (open) extend(open, node as PhrasingContent);
    else if (node.type !== 'text' || node.value.trim() !== '') {
      open = {
        type: 'paragraph',
        children: [node as PhrasingContent],
        ...(node.position ? { position: node.position } : {}),
      };
      result.push(open);
    }
  }
  return result;
}

function extend(paragraph: Paragraph, node: PhrasingContent): void {
  paragraph.children.push(node);
  if (paragraph.position && node.position) paragraph.position = { ...paragraph.position, end: node.position.end };
}

/** Any nodes as one line of text: blocks are set apart by line breaks, items by bullets. */
export function toPhrasing(nodes: readonly Nodes[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const isBlock = FLOW.has(node.type);
    const inner = isBlock ? linesOf(node) : [node as PhrasingContent];
    if (isBlock && result.length > 0 && inner.length > 0 && result.at(-1)?.type !== 'break') result.push(lineBreak());
    result.push(...inner);
  }
  return result;
}

function linesOf(node: Nodes): PhrasingContent[] {
  if (node.type === 'code') return [{ type: 'inlineCode', value: node.value }];
  if (node.type === 'list')
    return node.children.flatMap((item, index) =>
      itemLine(item, mark(node.ordered, (node.start ?? 1) + index), index > 0),
    );
  if (node.type === 'tableRow') return join(node.children.map((cell) => toPhrasing(cell.children)));
  return hasChildren(node) ? toPhrasing(node.children) : [];
}

function itemLine(item: ListItem, sign: string, breakBefore: boolean): PhrasingContent[] {
  return [...(breakBefore ? [lineBreak()] : []), { type: 'text', value: sign }, ...toPhrasing(item.children)];
}

function mark(ordered: boolean | null | undefined, number: number): string {
  return ordered ? `${number}. ` : '• ';
}

function join(cells: PhrasingContent[][]): PhrasingContent[] {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [{ type: 'text', value: ' | ' } as const, ...cell]));
}

function lineBreak(): Break {
  return { type: 'break' };
}

/** A caption in front of a table becomes part of it. */
function withCaptions(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node, index): RootContent[] => {
    const before = nodes[index - 1];
    if (isCaption(node)) return nodes[index + 1]?.type === 'table' ? [] : [{ ...node, data: {} }];
    if (node.type !== 'table' || !before || !isCaption(before)) return [node];
    return [{ ...node, data: { ...node.data, caption: captionText(before) } }];
  });
}

function isCaption(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && node.data?.role === 'table-caption';
}

function captionText(node: Nodes): string {
  if ('value' in node) return node.value;
  return hasChildren(node) ? node.children.map(captionText).join('') : '';
}
