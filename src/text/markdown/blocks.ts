import type { Heading, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { Figure } from '../../model/document.ts';
import { giveIds } from './block-ids.ts';
import { hasChildren, type MarkdownContext, withoutHtml } from './context.ts';
import { readDirective } from './directives.ts';
import { readPhrasing } from './inline.ts';
import { isContentsList, onlyAttributeLists, takeAttributeLists, takeLastRow } from './kramdown.ts';
import { onlyId, type Trimmed, takeAttributes, takeCaretId } from './trailing-id.ts';

/**
 * Reads blocks that stand side by side: HTML becomes Markdown nodes, directives ours, ids go to what they name.
 *
 * @param context The file.
 * @param children Blocks in order, as remark gives them.
 */
export function readBlocks(context: MarkdownContext, children: readonly RootContent[]): RootContent[] {
  const converted = context.html?.blocks(context, children) ?? children;
  return giveIds(
    context,
    converted.flatMap((child) => readBlock(context, child)),
  );
}

function readBlock(context: MarkdownContext, node: RootContent): RootContent[] {
  if (node.type === 'definition') return [];
  if (node.type === 'heading') return [readHeading(context, node)];
  if (node.type === 'paragraph') return [readParagraph(context, node)];
  if (node.type === 'table') return [readTable(context, node)];
  if (node.type === 'containerDirective') return readDirective(context, withBlocks(context, node));
  if (isContentsList(context, node)) return [{ ...node, data: { ...node.data, role: 'contents-place' } }];
  if (node.type === 'list') return [{ ...node, children: node.children.map((item) => readItem(context, item)) }];
  return [hasChildren(node) ? withBlocks(context, node) : node];
}

function withBlocks<T extends RootContent & { children: Nodes[] }>(context: MarkdownContext, node: T): T {
  return { ...node, children: readBlocks(context, node.children as RootContent[]) };
}

function readHeading(context: MarkdownContext, node: Heading): Heading {
  const { children, id, attributes, anchors } = readLine(context, node, takeHeadingId);
  const values = attributes?.values ?? {};
  const data = {
    ...node.data,
    ...(anchors.length > 0 ? { anchors } : {}),
    ...(id === undefined ? {} : { id }),
    ...(Object.keys(values).length > 0 ? { attributes: values } : {}),
  };
  const heading = { ...node, children };
  return Object.keys(data).length > 0 ? { ...heading, data } : heading;
}

function readParagraph(context: MarkdownContext, node: Paragraph): Paragraph | Figure {
  if (node.data?.origin === 'literal' || onlyId(node.children, context) !== undefined) return node;
  const { children, id, anchors } = readLine(context, node, takeCaretId);
  const extra = { ...(id === undefined ? {} : { id }), ...(anchors.length > 0 ? { anchors } : {}) };
  const data = Object.keys(extra).length > 0 ? { ...node.data, ...extra } : node.data;
  const paragraph = { ...node, children, ...(data ? { data } : {}) };
  return asFigure(paragraph) ?? paragraph;
}

interface Line extends Trimmed {
  readonly anchors: string[];
}

/**
 * Reads the phrasing of a block. Its id is looked for first at the end of the source, since an element that is never
 * closed would swallow it, and then at the end of what comments and attribute lists leave.
 */
function readLine(context: MarkdownContext, node: Heading | Paragraph, takeId: typeof takeCaretId): Line {
  const first = takeId(node.children, context);
  const html = withoutHtml(context, first.children);
  const listed = onlyAttributeLists(node)
    ? { children: html.children, anchors: [] }
    : takeAttributeLists(html.children, context);
  const found =
    first.id === undefined && !first.attributes ? takeId(listed.children, context) : { ...first, ...listed };
  return {
    ...found,
    children: readPhrasing(context, found.children),
    anchors: [...(node.data?.anchors ?? []), ...html.anchors, ...listed.anchors],
  };
}

function takeHeadingId(children: PhrasingContent[], context: MarkdownContext): Trimmed {
  const braces = takeAttributes(children, context);
  return braces.attributes ? braces : takeCaretId(children, context);
}

/** A picture that stands alone; its title is its caption. */
function asFigure(node: Paragraph): Figure | undefined {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== 'image') return undefined;
  const { url, alt, title, position } = only;
  const caption: PhrasingContent[] = title ? [{ type: 'text', value: title, ...(position ? { position } : {}) }] : [];
  return {
    type: 'figure',
    url,
    alt: alt ?? '',
    children: caption,
    ...(node.data ? { data: node.data } : {}),
    ...(node.position ? { position: node.position } : {}),
  };
}

function readItem(context: MarkdownContext, node: ListItem): ListItem {
  const children = readBlocks(context, node.children) as ListItem['children'];
  const [first] = children;
  if (first?.type !== 'paragraph' || first.data?.id === undefined) return { ...node, children };
  const { id, ...rest } = first.data;
  const bare: Paragraph = { ...first, data: rest };
  if (Object.keys(rest).length === 0) delete bare.data;
  return { ...node, children: [bare, ...children.slice(1)], data: { ...node.data, id } };
}

function readTable(context: MarkdownContext, table: Table): Table {
  const node = takeLastRow(table);
  const anchors: string[] = [...(node.data?.anchors ?? [])];
  const readCell = (children: PhrasingContent[]): PhrasingContent[] => {
    const html = withoutHtml(context, children);
    anchors.push(...html.anchors);
    return readPhrasing(context, html.children);
  };
  const rows = node.children.map((row) => ({
    ...row,
    children: row.children.map((one) => ({ ...one, children: readCell(one.children) })),
  }));
  // A cell cannot be pointed at; its table can.
  return { ...node, children: rows, ...(anchors.length > 0 && { data: { ...node.data, anchors } }) };
}
