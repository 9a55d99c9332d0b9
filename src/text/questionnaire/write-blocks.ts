import type { BlockContent, Nodes, PhrasingContent, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type {
  Agreed,
  Alternatives,
  Box,
  Bracket,
  Citation,
  CrossReference,
  Figure,
  Recommendation,
  TermDefinition,
} from '../../model/document.ts';

/** What the writer of Markdown hands to what writes one node. */
interface State {
  readonly containerPhrasing: (node: unknown, info: unknown) => string;
  readonly containerFlow: (node: unknown, info: unknown) => string;
}
type Handler = (node: never, parent: unknown, state: State, info: unknown) => string;

/** Signs for lists, so that a list does not run into one that follows it. */
export interface ListSigns {
  readonly bullet?: '-' | '*';
  readonly ordered?: '.' | ')';
}

/** How nodes of ours stand in Markdown. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  crossReference: (node: CrossReference, _parent, state, info) =>
    `[${state.containerPhrasing(node, info)}](#${encodeURI(node.target).replaceAll(/[()]/gu, encodeURIComponent)})`,
  citation: (node: Citation) =>
    `[${node.items
      .map(({ id, prefix, locator }) => `${prefix ? `${prefix} ` : ''}@${id}${locator ? `, ${locator}` : ''}`)
      .join('; ')}]`,
  bracket: (node: Bracket, _parent, state, info) =>
    `[${state.containerPhrasing(node, info)}]{.bracket${attribute('by', node.by)}}`,
  agreed: (node: Agreed, _parent, state, info) =>
    `[${state.containerPhrasing(node, info)}]{.agreed${attribute('source', node.source)}}`,
  figure: (node: Figure, _parent, state, info) => {
    const caption =
      node.children.length === 0 ? '' : ` "${state.containerPhrasing(node, info).replaceAll('"', '\\"')}"`;
    return `![${node.alt.replaceAll(/[[\]\\]/gu, '\\$&')}](<${node.url.replaceAll(/[<>\\]/gu, '\\$&')}>${caption})`;
  },
  box: (node: Box, _parent, state, info) => directive(`box${braces({ title: node.title })}`, node, { state, info }),
  recommendation: (node: Recommendation, _parent, state, info) =>
    directive(`recommendation${braces({ for: node.for, by: node.by })}`, node, { state, info }),
  termDefinition: (node: TermDefinition, _parent, state, info) =>
    directive(`definition${braces({ term: node.term })}`, node, { state, info }),
  alternatives: (node: Alternatives, _parent, state, info) => directive('alternatives', node, { state, info }),
  alternative: (node: never, _parent, state, info) => `${state.containerFlow(node, info)}\n\n---`,
};

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${value.replaceAll(/["{}\r\n]/gu, ' ')}"`;
}

function braces(values: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(values)
    .map(([name, value]) => attribute(name, value))
    .join('');
  return written === '' ? '' : `{${written.trim()}}`;
}

/** A container has more colons than those inside it. */
function directive(
  opening: string,
  node: Nodes,
  { state, info }: { readonly state: State; readonly info: unknown },
): string {
  const colons = ':'.repeat(2 + depthOf(node));
  return `${colons}${opening}\n${state.containerFlow(node, info).replace(/\n+---$/u, '')}\n${colons}`;
}

const CONTAINERS: ReadonlySet<string> = new Set(['box', 'recommendation', 'termDefinition', 'alternatives']);

function depthOf(node: Nodes): number {
  const inside = 'children' in node ? Math.max(0, ...(node.children as Nodes[]).map(depthOf)) : 0;
  return inside + (CONTAINERS.has(node.type) ? 1 : 0);
}

/** Signs that mean something here and nothing in other Markdown: ids, attribute lists, containers. */
const UNSAFE = [
  { character: '^', after: '[A-Za-z]', inConstruct: 'phrasing' },
  { character: '{', after: '(?:[#.:]|[A-Za-z][\\w:-]*=)', inConstruct: 'phrasing' },
  { atBreak: true, character: ':', after: ':' },
];

type Writer = ReturnType<typeof makeWriter>;

/** Kept because setting one up takes longer than writing a line. */
const WRITERS = new Map<string, Writer>();

function writer({ bullet = '-', ordered = '.' }: ListSigns): Writer {
  const known = WRITERS.get(bullet + ordered) ?? makeWriter(bullet, ordered);
  WRITERS.set(bullet + ordered, known);
  return known;
}

function makeWriter(bullet: '-' | '*', ordered: '.' | ')') {
  return remark()
    .use(remarkGfm)
    .data('settings', {
      bullet,
      bulletOther: bullet === '-' ? '*' : '+',
      bulletOrdered: ordered,
      rule: '_',
      fences: true,
      emphasis: '*',
      strong: '*',
      listItemIndent: 'one',
      resourceLink: true,
      handlers: HANDLERS as never,
      unsafe: UNSAFE as never,
    })
    .freeze();
}

/**
 * Writes blocks as Markdown that reads as the same blocks.
 *
 * @param blocks As read; ids of passages are left out.
 * @param signs Signs for lists.
 */
export function writeBlocks(blocks: readonly BlockContent[], signs: ListSigns = {}): string {
  const root: Root = { type: 'root', children: [...blocks] };
  return writer(signs).stringify(root).trimEnd();
}

/**
 * Writes a line of text as Markdown.
 *
 * @param children Phrasing, or plain text, in which nothing will mean more than its words.
 */
export function writeLine(children: readonly PhrasingContent[] | string): string {
  const content: PhrasingContent[] = typeof children === 'string' ? [{ type: 'text', value: children }] : [...children];
  return writeBlocks([{ type: 'paragraph', children: content }]);
}

/**
 * Writes a heading.
 *
 * @param text In which nothing will mean more than its words.
 * @param depth From 1; Markdown knows six.
 */
export function writeHeading(text: string, depth: number): string {
  const children: PhrasingContent[] = text === '' ? [] : [{ type: 'text', value: text }];
  return writeBlocks([{ type: 'heading', depth: Math.min(depth, 6) as 6, children }] as never[]);
}

/**
 * Writes inline code, with as many backticks as it takes.
 *
 * @param value One line.
 */
export function inlineCode(value: string): string {
  const runs = new Set(value.match(/`+/gu)?.map(({ length }) => length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = '`'.repeat(length);
  const pad = value.startsWith('`') || value.endsWith('`') || value.trim() === '' ? ' ' : '';
  return `${fence}${pad}${value}${pad}${fence}`;
}
