/** Raw HTML in Markdown: converted where it says something, kept as text where it is none, reported where it is dropped. */
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import { endOf, hasChildren, type MarkdownContext, positionOf, startOf } from '../markdown/context.ts';
import { BLOCKS } from './elements.ts';
import { depthOf, groupBlocks } from './group.ts';
import { buildMarkup, type Markup } from './markup.ts';
import { repairBlocks, toPhrasing } from './repair.ts';
import { reportConversion, reportKept } from './report.ts';
import { convertSimpleInline } from './simple-inline.ts';
import { tidyLine } from './tidy.ts';
import { type Converted, markupToMdast } from './to-mdast.ts';
import { tokenizeHtml } from './tokens.ts';

/** Elements inside one another beyond which HTML is kept as text. */
const MAX_DEPTH = 100;

/**
 * Converts HTML among blocks that stand side by side.
 *
 * @param context The file.
 * @param nodes Blocks in order.
 * @returns Blocks without HTML.
 */
export function convertHtml(context: MarkdownContext, nodes: readonly RootContent[]): RootContent[] {
  const opened = nodes.flatMap((node) => (node.type === 'paragraph' ? openParagraph(context, node) : [node]));
  if (!opened.some((node) => node.type === 'html')) return opened;
  freeIndented(context, opened);
  const result: RootContent[] = [];
  let names: string[] = [];
  let from = 0;
  const push = (blocks: readonly RootContent[]): void => {
    for (const block of blocks) {
      result.push(named(block, names));
      names = [];
    }
  };
  for (const { first, last } of groupBlocks(opened)) {
    push(opened.slice(from, first));
    const { nodes: blocks, anchors } = convertGroup(context, opened.slice(first, last + 1));
    names.push(...anchors);
    push(blocks);
    from = last + 1;
  }
  push(opened.slice(from));
  return named(result, names);
}

/**
 * Converts HTML in a line of text.
 *
 * @param context The file.
 * @param nodes Phrasing in order.
 * @returns Phrasing without HTML, and the names of places in it.
 */
export function convertInlineHtml(
  context: MarkdownContext,
  nodes: readonly PhrasingContent[],
): { children: PhrasingContent[]; anchors: string[] } {
  if (!nodes.some((node) => node.type === 'html')) return { children: [...nodes], anchors: [] };
  const simple = convertSimpleInline(context, nodes);
  if (simple) return { children: tidyLine(simple.children), anchors: simple.anchors };
  const markup = buildMarkup(context, nodes, 'span');
  const converted = depthOf(nodes) > MAX_DEPTH ? undefined : attempt(context, markup, true);
  if (!converted) return { children: nodes.map((node) => literalInline(context, node)), anchors: [] };
  reportConversion(context, markup, converted);
  return { children: tidyLine(toPhrasing(converted.nodes as Nodes[])), anchors: converted.anchors };
}

/**
 * Indented tags between the tags of an element, such as `<li>` after an empty line, are no code to who wrote them.
 *
 * @param nodes Blocks in order; changed in place.
 */
function freeIndented(context: MarkdownContext, nodes: RootContent[]): void {
  for (const { first, last } of groupBlocks(nodes)) {
    for (let index = first + 1; index < last; index++) {
      const node = nodes[index];
      if (node?.type !== 'code' || !beginsWithBlockTag(node.value)) continue;
      if (/^[`~]{3}/u.test(context.source.slice(startOf(node), endOf(node)))) continue;
      nodes[index] = { type: 'html', value: node.value, ...(node.position ? { position: node.position } : {}) };
    }
  }
}

function beginsWithBlockTag(value: string): boolean {
  const name = /^<\/?([a-z][a-z\d]*)[\s/>]/iu.exec(value)?.[1];
  return name !== undefined && BLOCKS.has(name.toLowerCase());
}

/** A paragraph with block elements in it (a list that follows its line at once) is converted as blocks. */
function openParagraph(context: MarkdownContext, node: Paragraph): RootContent[] {
  const source = onlyHtml(node);
  if (source !== undefined)
    return [{ type: 'html', value: source, ...(node.position ? { position: node.position } : {}) }];
  if (!node.children.some((child) => child.type === 'html' && hasBlockTag(child.value))) return [node];
  const markup = buildMarkup(context, node.children, 'span');
  const converted = depthOf(node.children) > MAX_DEPTH ? undefined : attempt(context, markup, false);
  if (!converted) return [node];
  reportConversion(context, markup, converted);
  const blocks = repairBlocks(converted.nodes, new Set<Nodes>(node.children)).map((block) => fromHtml(block, node));
  const [first, ...rest] = blocks;
  return first ? [named(first, converted.anchors), ...rest] : [];
}

/** Source of a paragraph that holds tags and nothing else, such as `<a name="x"></a>`. */
function onlyHtml(node: Paragraph): string | undefined {
  const isHtml = (child: PhrasingContent): boolean =>
    child.type === 'html' || (child.type === 'text' && child.value.trim() === '');
  if (!node.children.every(isHtml) || !node.children.some((child) => child.type === 'html')) return undefined;
  return node.children.map((child) => ('value' in child ? child.value : '')).join('');
}

function hasBlockTag(html: string): boolean {
  return tokenizeHtml(html).some(({ kind, name }) => (kind === 'open' || kind === 'close') && BLOCKS.has(name));
}

function convertGroup(context: MarkdownContext, nodes: readonly RootContent[]): Pick<Converted, 'nodes' | 'anchors'> {
  const markup = buildMarkup(context, nodes, 'div');
  const converted = depthOf(nodes) > MAX_DEPTH ? undefined : attempt(context, markup, false);
  if (!converted) return { nodes: nodes.map((node) => literalBlock(context, node)), anchors: [] };
  reportConversion(context, markup, converted);
  const own = new Set<Nodes>(nodes);
  const blocks = repairBlocks(converted.nodes, own).map((block) =>
    own.has(block) ? block : fromHtml(block, nodes[0]),
  );
  return { nodes: blocks, anchors: converted.anchors };
}

/** Converts; undefined where a Markdown node would be lost on the way. */
function attempt(context: MarkdownContext, markup: Markup, inline: boolean): Converted | undefined {
  const converted = markupToMdast(context, markup, inline);
  const expected = markup.nodes.filter((node) => node.type !== 'html').length;
  return converted.placed === expected ? converted : undefined;
}

/** Marks a block as one whose source can't be edited in place; gives positions to what has none. */
function fromHtml(node: RootContent, near: RootContent | undefined): RootContent {
  const placed = withPositions(node, near?.position);
  return { ...placed, data: { ...placed.data, origin: 'html' } } as RootContent;
}

function withPositions<T extends Nodes>(node: T, around: Position | undefined): T {
  const position = node.position ?? around;
  const placed: T = position ? { ...node, position } : node;
  if (!hasChildren(placed)) return placed;
  return { ...placed, children: placed.children.map((child) => withPositions(child, position)) };
}

function literalBlock(context: MarkdownContext, node: RootContent): RootContent {
  if (node.type !== 'html') return node;
  reportKept(context, node);
  const text = { type: 'text' as const, value: node.value, position: positionOf(context, startOf(node), endOf(node)) };
  return { type: 'paragraph', children: [text], data: { origin: 'literal' }, position: text.position };
}

function literalInline(context: MarkdownContext, node: PhrasingContent): PhrasingContent {
  if (node.type !== 'html') return node;
  reportKept(context, node);
  return { type: 'text', value: node.value, ...(node.position ? { position: node.position } : {}) };
}

function named(node: RootContent, anchors: readonly string[]): RootContent;
function named(nodes: RootContent[], anchors: readonly string[]): RootContent[];
function named(node: RootContent | RootContent[], anchors: readonly string[]): RootContent | RootContent[] {
  if (anchors.length === 0) return node;
  if (Array.isArray(node)) {
    const last = node.at(-1);
    return last ? [...node.slice(0, -1), named(last, anchors)] : node;
  }
  return { ...node, data: { ...node.data, anchors: [...(node.data?.anchors ?? []), ...anchors] } } as RootContent;
}
