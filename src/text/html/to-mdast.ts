import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent, Root, RootContent, Text } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { type MarkdownContext, positionOf } from '../markdown/context.ts';
import { plainText } from '../plain-text.ts';
import { anchorsOf, type PreparedHast, prepareHast } from './hast.ts';
import { locate, type Markup } from './markup.ts';
import { raiseAll, subscript, superscript } from './raised.ts';
import { joinTexts } from './tidy.ts';

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
  const property = markup.key.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  settle({ context, markup, property }, parsed);
  const { tree, ...noticed } = prepareHast(parsed);
  const root = (inline ? INLINE : FLOW).runSync(tree) as unknown as Root;
  const placed = new Set<number>();
  return { ...noticed, nodes: putBack(markup, root.children, placed), placed: placed.size };
}

interface Settling {
  readonly context: MarkdownContext;
  readonly markup: Markup;
  readonly property: string;
}

/** Positions in the markup become positions in the file; placeholders become elements that a handler knows. */
function settle(settling: Settling, node: HastNodes): void {
  const { context, markup, property } = settling;
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start !== undefined && end !== undefined) {
    node.position = positionOf(context, locate(markup, start, 'start'), locate(markup, end, 'end'));
  }
  if (node.type === 'element' && node.properties[property] !== undefined) {
    const index = Number(node.properties[property]);
    const held = markup.nodes[index];
    node.properties.dataHeld = index;
    node.properties.dataText = held ? plainText(held) : '';
    node.properties.dataPlain = held?.type === 'text';
  }
  if ('children' in node) for (const child of node.children) settle(settling, child);
}

/** What stands in the converter's tree for a Markdown node, which the converter would change. */
function standIn(element: Element): RootContent | undefined {
  const { dataHeld, dataText } = element.properties;
  if (typeof dataHeld !== 'number') return undefined;
  const data = { held: dataHeld };
  return element.tagName === 'div'
    ? ({ type: 'thematicBreak', data } as RootContent)
    : ({ type: 'inlineCode', value: String(dataText), data } as RootContent);
}

/** Takes the stand-ins out of the converter's tree again. */
function putBack(markup: Markup, nodes: readonly RootContent[], placed: Set<number>): RootContent[] {
  const result: RootContent[] = [];
  for (const node of nodes.map((one) => putOneBack(markup, one, placed))) {
    const last = result.at(-1);
    if (node?.type === 'text' && last?.type === 'text') result.splice(-1, 1, joinTexts(last, node));
    else if (node) result.push(node);
  }
  return result;
}

function putOneBack(markup: Markup, node: RootContent, placed: Set<number>): RootContent | undefined {
  const { held, consumed, raised: isRaised, ...rest } = (node.data ?? {}) as StandInData;
  if (held !== undefined) {
    placed.add(held);
    return markup.nodes[held];
  }
  for (const index of consumed ?? []) placed.add(index);
  const { data: _, ...bare } = node;
  const own = Object.keys(rest).length > 0 ? { ...bare, data: rest } : bare;
  if (isRaised && 'value' in own) return { ...own, type: 'text' } as Text;
  if (!('children' in own)) return own as RootContent;
  return { ...own, children: putBack(markup, own.children as RootContent[], placed) } as RootContent;
}

interface StandInData {
  readonly held?: number;
  readonly consumed?: readonly number[];
  readonly raised?: boolean;
}

const HANDLERS: Readonly<Record<string, Handler>> = {
  div: (state, element) => standIn(element) ?? anchored(element, state.toFlow(state.all(element))),
  span: (state, element) => standIn(element) ?? state.all(element),
  sup: (state, element) => raised(element, state.all(element), superscript),
  sub: (state, element) => raised(element, state.all(element), subscript),
  code: inlineCode,
  kbd: inlineCode,
  samp: inlineCode,
  tt: inlineCode,
  var: inlineCode,
  pre: preformatted,
  listing: preformatted,
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

const FLOW = converter(true);
const INLINE = converter(false);

function converter(document: boolean) {
  return unified()
    .use(rehypeRemark, { document, newlines: true, handlers: HANDLERS as never })
    .freeze();
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
  const isPlain = element.children.every(
    (child) => child.type === 'text' || (child.type === 'element' && child.properties.dataPlain === true),
  );
  const value = isPlain ? raise(textOf(element)) : undefined;
  if (value === undefined) return (raiseAll(nodes as PhrasingContent[], raise) as RootContent[] | undefined) ?? nodes;
  return [
    {
      type: 'inlineCode',
      value,
      ...placeOf(element),
      data: { raised: true, consumed: heldIn(element) },
    } as RootContent,
  ];
}

function inlineCode(_state: State, element: Element): RootContent {
  const data = { consumed: heldIn(element) };
  return { type: 'inlineCode', value: textOf(element), ...placeOf(element), data } as RootContent;
}

function preformatted(_state: State, element: Element): RootContent {
  const inner = element.children.find((child) => child.type === 'element' && child.tagName === 'code');
  const classes = (inner?.type === 'element' ? inner : element).properties.className;
  const lang = (Array.isArray(classes) ? classes.map(String) : []).find((name) => name.startsWith('language-'));
  return {
    type: 'code',
    lang: lang ? lang.slice('language-'.length) : null,
    meta: null,
    value: textOf(element).replace(/(?:\r\n|\n|\r)$/u, ''),
    ...placeOf(element),
    data: { consumed: heldIn(element) },
  } as RootContent;
}

/** Text of an element as it stands, placeholders as their plain text. */
function textOf(node: HastNodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element') {
    if (typeof node.properties.dataHeld === 'number') return String(node.properties.dataText);
    if (node.tagName === 'br') return '\n';
  }
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Indexes of the Markdown nodes whose text an element takes over. */
function heldIn(node: HastNodes): number[] {
  if (node.type === 'element' && typeof node.properties.dataHeld === 'number') return [node.properties.dataHeld];
  return 'children' in node ? node.children.flatMap(heldIn) : [];
}
