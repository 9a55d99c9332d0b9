/** Notes made by hand in HTML: a raised number that links to a list item which begins with the same number. */
import type { FootnoteDefinition, List, ListItem, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { CrossReference } from '../../model/document.ts';
import { hasChildren } from '../markdown/context.ts';
import { plainText } from '../plain-text.ts';
import { trimEnd } from '../trim.ts';

type NoteBlock = ListItem | Paragraph;

const MARK = /^\[?([0-9]{1,4}|[*†‡§]{1,3}|[a-z])\]?$/u;
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Arrows and words that lead from a note back to its place. */
const BACKLINK = /^\W*(?:[↩↑⤴⏎^]\uFE0E?|back|return|top)?\W*$/iu;

/**
 * Makes footnotes of such notes; a link that leads elsewhere, or to an item that begins otherwise, stays a link.
 *
 * @param tree A whole file, read.
 */
export function readHtmlNotes(tree: Root): Root {
  const blocks = new Map<string, NoteBlock>();
  const references: CrossReference[] = [];
  collect(tree, blocks, references);
  const notes = new Map<string, NoteBlock>();
  for (const { target, children } of references) {
    const block = blocks.get(target);
    const mark = markOf(children.map(plainText).join(''));
    if (block && mark !== undefined && startsWithMark(block, mark)) notes.set(target, block);
  }
  if (notes.size === 0) return tree;
  return { ...tree, children: tree.children.flatMap((node) => rebuild(node, notes) as RootContent[]) };
}

function collect(node: Nodes, blocks: Map<string, NoteBlock>, references: CrossReference[]): void {
  if (node.type === 'listItem' || node.type === 'paragraph') {
    for (const name of node.data?.anchors ?? []) if (!blocks.has(name)) blocks.set(name, node);
  }
  if (node.type === 'crossReference') references.push(node);
  if (hasChildren(node)) for (const child of node.children) collect(child, blocks, references);
}

function markOf(text: string): string | undefined {
  return MARK.exec(plainDigits(text.trim()))?.[1];
}

function plainDigits(text: string): string {
  return text.replaceAll(/[⁰¹²³⁴-⁹]/gu, (digit) => String(RAISED_DIGITS.indexOf(digit)));
}

/** The mark, and then no more of the same: note 1 is not note 12. A raised mark may stand right before a word. */
function startsWithMark(block: NoteBlock, mark: string): boolean {
  const raw = plainText(block).trimStart().replace(/^\[/u, '');
  if (!plainDigits(raw).startsWith(mark)) return false;
  const isRaised = RAISED_DIGITS.includes(raw[0] ?? ' ');
  const next = raw[mark.length] ?? '';
  return isRaised ? !RAISED_DIGITS.includes(next) || next === '' : !/[\p{L}\p{N}]/u.test(next);
}

function rebuild(node: Nodes, notes: ReadonlyMap<string, NoteBlock>): Nodes[] {
  if (
    node.type === 'crossReference' &&
    notes.has(node.target) &&
    markOf(node.children.map(plainText).join('')) !== undefined
  ) {
    const { position, target } = node;
    return [
      { type: 'footnoteReference', identifier: identifier(target), label: target, ...(position ? { position } : {}) },
    ];
  }
  // An item without a list around it is a note as well.
  const block = node.type === 'paragraph' || node.type === 'listItem' ? node : undefined;
  const name = block && nameOf(block, notes);
  if (block && name !== undefined) return [definition(block, name, notes)];
  if (node.type === 'list') return rebuildList(node, notes);
  if (!hasChildren(node)) return [node];
  return [{ ...node, children: node.children.flatMap((child) => rebuild(child, notes)) } as Nodes];
}

/** Items that are notes leave their list, in order. */
function rebuildList(list: List, notes: ReadonlyMap<string, NoteBlock>): Nodes[] {
  const result: Nodes[] = [];
  for (const item of list.children) {
    const name = nameOf(item, notes);
    const last = result.at(-1);
    if (name !== undefined) result.push(definition(item, name, notes));
    else {
      const kept = { ...item, children: item.children.flatMap((child) => rebuild(child, notes)) } as ListItem;
      if (last?.type === 'list') last.children.push(kept);
      else result.push({ ...list, children: [kept] });
    }
  }
  return result;
}

function nameOf(node: NoteBlock, notes: ReadonlyMap<string, NoteBlock>): string | undefined {
  return node.data?.anchors?.find((name) => notes.get(name) === node);
}

function definition(node: NoteBlock, name: string, notes: ReadonlyMap<string, NoteBlock>): FootnoteDefinition {
  const { anchors: _, ...data } = node.data ?? {};
  const blocks = node.type === 'listItem' ? node.children : [{ ...node, data: {} }];
  const children = blocks.flatMap((child) => rebuild(child, notes)) as FootnoteDefinition['children'];
  return {
    type: 'footnoteDefinition',
    identifier: identifier(name),
    label: name,
    children: children.map((child, index) =>
      child.type === 'paragraph' ? bare(child, { first: index === 0, last: index === children.length - 1 }) : child,
    ),
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(node.position ? { position: node.position } : {}),
  };
}

/** A paragraph without the mark it begins with and the link back it ends with. */
function bare(node: Paragraph, { first, last }: { first: boolean; last: boolean }): Paragraph {
  const children = [...node.children];
  const end = children.at(-1);
  if (last && end?.type === 'crossReference' && BACKLINK.test(plainText(end))) children.pop();
  const start = children[0];
  if (first && start?.type === 'text') {
    const value = start.value.replace(/^\s*\[?(?:[⁰¹²³⁴-⁹]+|[0-9]{1,4}|[*†‡§]{1,3}|[a-z](?=[.\s]))\]?[.:]?\s*/u, '');
    children.splice(0, 1, ...(value === '' ? [] : [{ ...start, value }]));
  }
  const tail = children.at(-1);
  if (tail?.type === 'text') children.splice(-1, 1, { ...tail, value: trimEnd(tail.value) });
  return { ...node, children: children as PhrasingContent[] };
}

function identifier(name: string): string {
  return name.toLowerCase();
}
