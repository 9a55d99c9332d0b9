import type { Element } from 'hast';
import type { Heading, Root } from 'mdast';
import { type AnyNode, walk, wordsOf } from '../tree.ts';
import { hrefTo } from './anchors.ts';
import { headingLabelText } from './blocks.ts';
import type { HtmlContext } from './context.ts';
import { element } from './element.ts';

/** Headings below this depth are found by reading. */
const DEEPEST = 2;

interface Entry {
  readonly depth: number;
  readonly link: Element;
}

/** The table of contents, as nested lists of links; undefined where there is nothing to list. */
export function contents(root: Root, context: HtmlContext): Element | undefined {
  const entries = listedHeadings(root).map(
    (heading): Entry => ({ depth: heading.depth, link: entry(heading, context) }),
  );
  if (entries.length < 2) return undefined;
  return element('nav', { id: 'doc-contents', ariaLabelledBy: ['doc-contents-title'] }, [
    element('h2', { id: 'doc-contents-title' }, [context.words.contents]),
    nested(entries),
  ]);
}

function listedHeadings(root: Root): Heading[] {
  const found: Heading[] = [];
  for (const section of root.children as readonly AnyNode[]) {
    if (section.data?.role === 'legend') continue;
    for (const block of section.type === 'section' ? (section.children ?? []) : [section]) {
      walk(block, (node) => {
        if (node.type === 'heading' && isListed(node as unknown as Heading)) found.push(node as unknown as Heading);
      });
    }
  }
  return found;
}

function isListed({ depth, data }: Heading): boolean {
  return depth <= DEEPEST && data?.change?.kind !== 'deleted' && data?.change?.kind !== 'moved-from';
}

function entry(heading: Heading, context: HtmlContext): Element {
  const label = headingLabelText(heading);
  const words = wordsOf(heading as AnyNode);
  const id = context.anchors.idOf(heading) ?? '';
  const number = label === undefined ? [] : [element('span', { className: ['number'] }, [label]), ' '];
  return element('a', { href: hrefTo(id) }, [...number, words]);
}

/** Deeper entries go into a list inside the entry above them. */
function nested(entries: readonly Entry[]): Element {
  const items: Element[] = [];
  const shallowest = Math.min(...entries.map(({ depth }) => depth));
  let at = 0;
  while (at < entries.length) {
    const start = at;
    at += 1;
    while (at < entries.length && (entries[at]?.depth ?? 0) > shallowest) at += 1;
    const first = entries[start];
    if (first === undefined) break;
    const below = first.depth > shallowest ? entries.slice(start, at) : entries.slice(start + 1, at);
    const own = first.depth > shallowest ? [] : [first.link];
    items.push(element('li', {}, below.length > 0 ? [...own, nested(below)] : own));
  }
  return element('ol', { role: 'list' }, items);
}
