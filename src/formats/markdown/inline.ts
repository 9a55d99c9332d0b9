import { linkAddress } from '../link-address.ts';
import type { AnyNode } from '../tree.ts';
import { joinPieces, type Piece } from './attention.ts';
import { marked } from './changes.ts';
import type { InlineType, MarkdownContext, NodeOf } from './context.ts';
import { BREAK, codeSpan, destination, escapeWords } from './escape.ts';

type Renderer<Type extends InlineType> = (node: NodeOf<Type>, context: MarkdownContext) => Piece;

/** How each node in a line becomes Markdown; a type that is missing is a type error. */
const INLINE = {
  text: (node) => ({ words: escapeWords(node.value) }),
  inlineCode: (node, context) => ({ words: inlineCode(node, context) }),
  break: (_node, { inTable }) => ({ words: inTable ? '<br>' : BREAK }),
  emphasis: (node, context) => ({ words: children(node, context), mark: '_', tag: 'em' }),
  strong: (node, context) => ({ words: children(node, context), mark: '**', tag: 'strong' }),
  delete: (node, context) => ({ words: children(node, context), mark: '~~', tag: 's' }),
  link: (node, context) => ({ words: link(node, context) }),
  image: (node) => ({ words: picture(node.url, node.alt ?? '') }),
  citation: (node, context) => ({ words: children(node, context) }),
  crossReference: (node, context) => ({ words: crossReference(node, context) }),
  bracket: (node, context) => ({ words: `\\[${children(node, context)}\\]${tag(node.by)}` }),
  agreed: (node, context) => ({ words: agreed(node, context) }),
  footnoteReference: (node, context) => ({ words: footnoteReference(node, context) }),
  insertion: (node, context) => ({ words: marked('inserted', children(node, context), context) }),
  deletion: (node, context) => ({ words: marked('deleted', children(node, context), context) }),
} satisfies { [Type in InlineType]: Renderer<Type> };

type AnyRenderer = (node: never, context: MarkdownContext) => Piece;

/**
 * Writes nodes that stand in a line.
 * @param nodes in order; one of an unknown type gives its children
 * @param nested whether they stand inside other formatting
 * @returns Markdown whose beginnings of lines are not escaped yet
 */
export function renderInline(nodes: readonly AnyNode[], context: MarkdownContext, nested = false): string {
  const isEnd = !nested && context.whole === undefined;
  const pieces: Piece[] = [];
  // From the end, because what follows words decides how they are escaped.
  for (const node of joinedText(nodes).reverse()) {
    const next = pieces.at(-1);
    const isFree = next === undefined ? isEnd : !('mark' in next) && next.words.startsWith('<');
    pieces.push(isFree && isText(node) ? { words: escapeWords(node.value, true) } : renderNode(node, context));
  }
  return joinPieces(pieces.reverse(), nested);
}

function renderNode(node: AnyNode, context: MarkdownContext): Piece {
  const renderer: AnyRenderer | undefined = Object.hasOwn(INLINE, node.type)
    ? INLINE[node.type as InlineType]
    : undefined;
  return renderer === undefined ? { words: children(node, context) } : renderer(node as never, context);
}

/** Text in a row becomes one text: what is harmless in each can mean something together. */
function joinedText(nodes: readonly AnyNode[]): AnyNode[] {
  const joined: AnyNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (isText(node) && last !== undefined && isText(last)) {
      joined[joined.length - 1] = { ...last, value: last.value + node.value } as AnyNode;
    } else joined.push(node);
  }
  return joined;
}

function isText(node: AnyNode): node is AnyNode & { value: string } {
  return node.type === 'text' && 'value' in node;
}

function children(node: AnyNode, context: MarkdownContext): string {
  return renderInline(node.children ?? [], context, true);
}

/** A cell knows only `\\|` for a bar in code, and nothing for a backslash before one. */
function inlineCode({ value }: NodeOf<'inlineCode'>, { inTable }: MarkdownContext): string {
  if (!inTable) return codeSpan(value);
  return value.includes('\\|') ? `<code>${escapeWords(value)}</code>` : codeSpan(value).replaceAll('|', '\\|');
}

function link(node: NodeOf<'link'>, context: MarkdownContext): string {
  const address = linkAddress(node.url);
  if (address === undefined || context.inLink) return children(node, context);
  const [only, ...more] = node.children;
  const bare = more.length === 0 && only?.type === 'text' && only.value === address;
  if (bare && /^https?:[^\s<>]+$/iu.test(address)) return `<${address}>`;
  const words = children(node, { ...context, inLink: true });
  const title = node.title ? ` "${escapeWords(node.title).replaceAll('"', '\\"')}"` : '';
  return words.trim() === '' ? words : `[${words}](${destination(address)}${title})`;
}

/** Writes a picture; one that lies elsewhere is a link, so that reading loads nothing. */
export function picture(url: string, alt: string): string {
  const address = linkAddress(url);
  const words = escapeWords(alt);
  if (address === undefined) return words;
  return `${/^https?:|^\/\//iu.test(address) ? '' : '!'}[${words}](${destination(address)})`;
}

function crossReference(node: NodeOf<'crossReference'>, context: MarkdownContext): string {
  if (context.inLink || !context.linked.has(node.target)) return children(node, context);
  return `[${children(node, { ...context, inLink: true })}](#${encodeURIComponent(node.target)})`;
}

function agreed(node: NodeOf<'agreed'>, context: MarkdownContext): string {
  return `${children(node, context)}${tag(node.sourceTag)}`;
}

/** Who holds the brackets, or where words were agreed: small, behind them. */
function tag(name: string | undefined): string {
  return name === undefined || name.trim() === '' ? '' : ` <sup>${escapeWords(name.trim())}</sup>`;
}

function footnoteReference(node: NodeOf<'footnoteReference'>, { footnotes }: MarkdownContext): string {
  const found = footnotes.get(node.identifier);
  const shown = node.data?.label ?? found?.mark ?? node.label ?? node.identifier;
  return found === undefined || found.lettered ? `<sup>${escapeWords(shown)}</sup>` : `[^${found.mark}]`;
}
