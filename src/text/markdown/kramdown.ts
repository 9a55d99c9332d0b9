/** What the site generators' Markdown adds: attribute lists. */
import type { PhrasingContent, RootContent, Table } from 'mdast';
import { type MarkdownContext, sourceOf } from './context.ts';

/**
 * `{:#id .class key="value"}`: at least one part, every one an id, a class, a name or an attribute. Where one part ends
 * and the next begins is never open to choice: else a long word in braces takes for ever.
 */
const MARKED = String.raw`[.#][\w:-]+`;
const NAMED = String.raw`[A-Za-z][\w-]*(?:=(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))?`;
const LIST = String.raw`\{:[ \t]*(?:${MARKED}|${NAMED})(?:${MARKED}|[ \t]+(?:${MARKED}|${NAMED}))*[ \t]*\}`;
const LISTS = new RegExp(`[ \\t\\r\\n]*${LIST}`, 'gu');
const ONLY_LISTS = new RegExp(`^(?:\\s*${LIST})+\\s*$`, 'u');
const NAME = /[{ \t:]#([\w:.-]+)/gu;

/** A line without attribute lists, and the names they gave. */
export interface Unlisted {
  readonly children: PhrasingContent[];
  readonly anchors: string[];
}

/**
 * Takes attribute lists out of a line; their names stay as names of the place, their classes are the site's business.
 * A list whose brace is escaped is text, and stays.
 */
export function takeAttributeLists(children: readonly PhrasingContent[], context: MarkdownContext): Unlisted {
  const anchors: string[] = [];
  const kept = children.flatMap((child): PhrasingContent[] => {
    if (child.type !== 'text' || !child.value.includes('{:')) return [child];
    if (sourceOf(context, child).includes('\\{:')) return [child];
    const value = child.value.replace(LISTS, (list) => {
      anchors.push(...namesIn(list));
      return '';
    });
    return value === '' ? [] : [{ ...child, value }];
  });
  return { children: kept, anchors };
}

const CONTENTS = /\{:[ \t]*toc\b[^{}\n]*\}\s*$/u;

/** The list a site generator puts its table of contents in place of: one item, then `{:toc}`. */
export function isContentsList(context: MarkdownContext, node: RootContent): boolean {
  return node.type === 'list' && node.children.length === 1 && CONTENTS.test(sourceOf(context, node));
}

/** The names in a paragraph that holds attribute lists and nothing else; undefined for any other block. */
export function onlyAttributeLists(block: RootContent): string[] | undefined {
  const [only] = block.type === 'paragraph' ? block.children : [];
  if (block.type !== 'paragraph' || block.children.length !== 1 || only?.type !== 'text') return undefined;
  return ONLY_LISTS.test(only.value) ? namesIn(only.value) : undefined;
}

/** An attribute list on the line after a table has become its last row. */
export function takeLastRow(table: Table): Table {
  const last = table.children.at(-1);
  const [first, ...others] = last?.children ?? [];
  const [only] = first?.children ?? [];
  if (table.children.length < 2 || only?.type !== 'text' || others.some(({ children }) => children.length > 0)) {
    return table;
  }
  if (first?.children.length !== 1 || !ONLY_LISTS.test(only.value)) return table;
  const anchors = [...(table.data?.anchors ?? []), ...namesIn(only.value)];
  return { ...table, children: table.children.slice(0, -1), data: { ...table.data, anchors } };
}

function namesIn(list: string): string[] {
  return [...list.replaceAll(/"[^"]*"|'[^']*'/gu, '').matchAll(NAME)].map(([, name = '']) => name);
}
