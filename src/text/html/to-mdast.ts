import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { type MarkdownContext, positionOf } from '../markdown/context.ts';
import { plainText } from '../plain-text.ts';
import { anchorsOf, type PreparedHast, prepareHast } from './hast.ts';
import { locate, type Markup } from './markup.ts';
import { subscript, superscript } from './raised.ts';

/** Converted nodes, and what was noticed on the way. */
export interface Converted extends Omit<PreparedHast, 'tree'> {
  readonly nodes: RootContent[];
  /** How many placeholders found their way into the result. */
  readonly placed: number;
}

/** What handlers of elements get from the converter. */
interface State {
  readonly all: (node: Element) => RootContent[];
  readonly toFlow: (nodes: RootContent[]) => RootContent[];
}

type Handler = (state: State, element: Element) => RootContent | RootContent[] | undefined;

/**
 * Converts markup to Markdown nodes.
 *
 * @param context The file.
 * @param markup HTML with placeholders for Markdown nodes.
 * @param inline Whether it stands in a line of text.
 */
export function markupToMdast(context: MarkdownContext, markup: Markup, inline: boolean): Converted {
  const parsed = fromHtml(markup.html, { fragment: true }) as HastRoot;
  relocate(context, markup, parsed);
  const { tree, ...noticed } = prepareHast(parsed);
  const placed = new Set<number>();
  const handlers = handlersFor(markup, placed);
  const root = unified()
    .use(rehypeRemark, { document: !inline, newlines: true, handlers: handlers as never })
    .runSync(tree) as unknown as Root;
  return { ...noticed, nodes: root.children, placed: placed.size };
}

/** Positions in the markup become positions in the file. */
function relocate(context: MarkdownContext, markup: Markup, node: HastNodes): void {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start !== undefined && end !== undefined) {
    node.position = positionOf(context, locate(markup, start, 'start'), locate(markup, end, 'end'));
  }
  if ('children' in node) for (const child of node.children) relocate(context, markup, child);
}

function handlersFor(markup: Markup, placed: Set<number>): Record<string, Handler> {
  const property = markup.key.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  const placeholder = (element: Element): RootContent | undefined => {
    const index = Number(element.properties[property] ?? Number.NaN);
    if (Number.isNaN(index)) return undefined;
    placed.add(index);
    return markup.nodes[index];
  };
  const text = (element: Element): string => textOf(element, placeholder);
  return {
    div: (state, element) => placeholder(element) ?? anchored(element, state.toFlow(state.all(element))),
    span: (state, element) => placeholder(element) ?? state.all(element),
    sup: (state, element) => raised(element, state.all(element), superscript),
    sub: (state, element) => raised(element, state.all(element), subscript),
    ...Object.fromEntries(['code', 'kbd', 'samp', 'tt', 'var'].map((name) => [name, codeHandler(text)])),
    pre: (_state, element) => preformatted(element, text(element)),
    listing: (_state, element) => preformatted(element, text(element)),
    'table-caption': (state, element) => ({
      type: 'paragraph',
      children: state.all(element) as PhrasingContent[],
      data: { role: 'table-caption' },
      ...placeOf(element),
    }),
    label: (state, element) => state.all(element),
    ins: (state, element) => state.all(element),
    menu: (state, element) => [{ type: 'list', ordered: false, spread: false, children: state.all(element) as never }],
  };
}

function placeOf(element: Element): { position?: NonNullable<Element['position']> } {
  return element.position ? { position: element.position } : {};
}

/** Names of a wrapper go to the first block in it. */
function anchored(element: Element, blocks: RootContent[]): RootContent[] {
  const names = anchorsOf(element);
  const [first, ...rest] = blocks;
  if (names.length === 0 || !first) return blocks;
  const anchors = [...names, ...(first.data?.anchors ?? [])];
  return [{ ...first, data: { ...first.data, anchors } } as RootContent, ...rest];
}

/** Figures are raised as characters of their own; what has no such character stays in the line. */
function raised(element: Element, nodes: RootContent[], raise: (text: string) => string | undefined): RootContent[] {
  const [only] = nodes;
  const value = nodes.length === 1 && only?.type === 'text' ? raise(only.value) : undefined;
  return value === undefined ? nodes : [{ ...(only as Text), value, ...placeOf(element) }];
}

function codeHandler(text: (element: Element) => string): Handler {
  return (_state, element) => ({ type: 'inlineCode', value: text(element), ...placeOf(element) });
}

function preformatted(element: Element, value: string): RootContent {
  const inner = element.children.find((child) => child.type === 'element' && child.tagName === 'code') as
    | Element
    | undefined;
  const classes = (inner ?? element).properties.className;
  const lang = (Array.isArray(classes) ? classes.map(String) : []).find((name) => name.startsWith('language-'));
  return {
    type: 'code',
    lang: lang ? lang.slice('language-'.length) : null,
    meta: null,
    value: value.replace(/(?:\r\n|\n|\r)$/u, ''),
    ...placeOf(element),
  };
}

/** Text of an element as it stands, placeholders as their plain text. */
function textOf(node: HastNodes, placeholder: (element: Element) => RootContent | undefined): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element') {
    const held = placeholder(node);
    if (held) return plainText(held);
    if (node.tagName === 'br') return '\n';
  }
  return 'children' in node ? node.children.map((child) => textOf(child, placeholder)).join('') : '';
}
