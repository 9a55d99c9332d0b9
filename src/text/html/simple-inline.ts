/** The few inline elements that nearly all HTML in drafts consists of, converted without an HTML parser. */
import type { Html, PhrasingContent, Text } from 'mdast';
import { endOf, type MarkdownContext, positionOf, startOf } from '../markdown/context.ts';
import { raiseAll, subscript, superscript } from './raised.ts';
import { tokenizeHtml } from './tokens.ts';

/** Phrasing without HTML, and the names of places in it. */
export interface SimpleInline {
  readonly children: PhrasingContent[];
  readonly anchors: string[];
}

interface Tag {
  readonly kind: 'open' | 'close';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly node: Html;
}

interface Frame {
  readonly tag: Tag | undefined;
  readonly nodes: PhrasingContent[];
}

type Make = (children: PhrasingContent[], tag: Tag) => PhrasingContent[];

const emphasis: Make = (children) => [{ type: 'emphasis', children }];
const strong: Make = (children) => [{ type: 'strong', children }];
const deleted: Make = (children) => [{ type: 'delete', children }];
const unwrap: Make = (children) => children;

/** What an element makes of what it holds. */
const MAKE: Readonly<Record<string, Make>> = {
  a: (children, { attributes }) => {
    const [url, title] = [attributes.get('href'), attributes.get('title')];
    return url === undefined ? children : [{ type: 'link', url, ...(title ? { title } : {}), children }];
  },
  b: strong,
  em: emphasis,
  i: emphasis,
  s: deleted,
  span: unwrap,
  small: unwrap,
  strong,
  sub: (children) => raise(children, subscript),
  sup: (children) => raise(children, superscript),
  u: emphasis,
};

/**
 * Converts phrasing whose HTML is all simple: single tags, known, well nested, every one closed.
 *
 * @param context The file.
 * @param nodes Phrasing in order.
 * @returns Undefined where an HTML parser is needed to tell what is meant.
 */
export function convertSimpleInline(
  context: MarkdownContext,
  nodes: readonly PhrasingContent[],
): SimpleInline | undefined {
  const frames: Frame[] = [{ tag: undefined, nodes: [] }];
  const anchors: string[] = [];
  for (const node of nodes) {
    if (node.type !== 'html') {
      frames.at(-1)?.nodes.push(node);
      continue;
    }
    const tag = readTag(node);
    if (!tag || !apply(context, frames, tag)) return undefined;
    for (const key of tag.name === 'a' ? ['id', 'name'] : ['id']) {
      const name = tag.attributes.get(key);
      if (name) anchors.push(name);
    }
  }
  return frames.length === 1 ? { children: frames[0]?.nodes ?? [], anchors } : undefined;
}

function apply(context: MarkdownContext, frames: Frame[], tag: Tag): boolean {
  if (tag.name === 'br' && tag.kind === 'open') {
    frames.at(-1)?.nodes.push({ type: 'break', ...place(tag.node) });
    return true;
  }
  const make = Object.hasOwn(MAKE, tag.name) ? MAKE[tag.name] : undefined;
  if (!make) return false;
  if (tag.kind === 'open') {
    frames.push({ tag, nodes: [] });
    return true;
  }
  const frame = frames.pop();
  if (frame?.tag?.name !== tag.name) return false;
  const position = positionOf(context, startOf(frame.tag.node), endOf(tag.node));
  const made = make(frame.nodes, frame.tag);
  frames.at(-1)?.nodes.push(...(made === frame.nodes ? made : made.map((node) => ({ ...node, position }))));
  return true;
}

const ATTRIBUTE = /([a-zA-Z][a-zA-Z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu;

function readTag(node: Html): Tag | undefined {
  const [token, ...others] = tokenizeHtml(node.value);
  if (!token || others.length > 0 || (token.kind !== 'open' && token.kind !== 'close')) return undefined;
  if (token.selfClosing && token.name !== 'br') return undefined;
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single, bare] of node.value.matchAll(ATTRIBUTE)) {
    const value = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&');
    if (/&#?\w+;/u.test(value)) return undefined;
    attributes.set(key.toLowerCase(), value);
  }
  return { kind: token.kind, name: token.name, attributes, node };
}

function raise(children: PhrasingContent[], how: (text: string) => string | undefined): PhrasingContent[] {
  const isText = children.length > 1 && children.every((child) => child.type === 'text');
  const joined: PhrasingContent[] = isText
    ? [{ type: 'text', value: children.map((child) => (child as Text).value).join('') }]
    : children;
  return raiseAll(joined, how) ?? children;
}

function place(node: Html) {
  return node.position ? { position: node.position } : {};
}
