import type { Heading, List, ListItem, Paragraph, Root, RootContent, Table, TableRow } from 'mdast';
import type { Node } from 'unist';
import { labelRows, sayingRows } from '../../text/table-rows.ts';
import { rowText } from './row-text.ts';

/** A block of a consultation note that is an input: where it stands, and what heads it. */
export interface InputBlock {
  /** The paragraph, the whole list item, or the row of a table. */
  readonly node: Paragraph | ListItem | TableRow;
  /** The paragraph whose end carries tags, attributes and id; for a row its cells joined with their headers. */
  readonly lead: Paragraph;
  /** Id that stands below the whole list, on its first item. */
  readonly listId?: string;
  /** Paragraphs of nested items and further paragraphs of the item. */
  readonly inner: readonly Node[];
  /** Plain text of the heading it stands under. */
  readonly heading: string;
  /** Id on that heading, or on the nearest heading above it that has one. */
  readonly question?: string;
}

/** Everything under headings, sorted into inputs and what is none. */
export interface NoteBlocks {
  readonly inputs: readonly InputBlock[];
  /** Quotes, code, tables of numbers and the like under a heading: they are kept, but nobody answers them. */
  readonly passedOver: readonly Node[];
}

/** What kramdown leaves for its own use: attributes on a line of their own, and the place of a table of contents. */
const NO_WORDS = /^(?:TOC\s*)?\{:[^{}]*\}$/u;

interface OpenHeading {
  readonly depth: number;
  readonly id?: string;
  readonly text: string;
}

const SILENT: ReadonlySet<string> = new Set(['thematicBreak', 'definition', 'footnoteDefinition', 'heading', 'html']);

/**
 * Finds the inputs of a consultation note: every top-level list item, paragraph and row of a table under a heading.
 *
 * Text before the first heading is none; a paragraph that ends in a colon before a list is context.
 *
 * @param tree Tree of the note's body.
 * @param textOf Plain text of a node.
 */
export function findBlocks(tree: Root, textOf: (node: Node) => string): NoteBlocks {
  const open: OpenHeading[] = [];
  const inputs: InputBlock[] = [];
  const passedOver: Node[] = [];
  tree.children.forEach((node, index) => {
    if (node.type === 'heading') {
      openHeading(open, node, textOf);
      return;
    }
    const heading = open.at(-1);
    if (heading === undefined) return;
    const found = blocksOf(node, tree.children[index + 1], textOf);
    if (found === undefined) passedOver.push(node);
    else if (node.type === 'table') passedOver.push(...labelRows(node));
    const question = open.findLast((one) => one.id !== undefined)?.id;
    for (const block of found ?? []) {
      inputs.push({ ...block, heading: heading.text, ...(question !== undefined && { question }) });
    }
  });
  return { inputs, passedOver };
}

/** Pushes a heading, closing those of its depth and below. */
function openHeading(open: OpenHeading[], node: Heading, textOf: (node: Node) => string): void {
  while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
  const text = textOf(node);
  const written = /\s*\{#([\p{L}\p{N}_-]+)[^{}]*\}\s*$/u.exec(text);
  const id = node.data?.id ?? written?.[1];
  open.push({
    depth: node.depth,
    text: written === null ? text : text.slice(0, written.index),
    ...(id !== undefined && { id }),
  });
}

type Found = Omit<InputBlock, 'heading' | 'question'>;

/** Inputs in one block; undefined where the block is of a kind that holds none. */
function blocksOf(
  node: RootContent,
  next: RootContent | undefined,
  textOf: (node: Node) => string,
): readonly Found[] | undefined {
  if (SILENT.has(node.type)) return [];
  if (node.type === 'list') return listBlocks(node, textOf);
  if (node.type === 'table') return tableBlocks(node, textOf);
  if (node.type !== 'paragraph') return undefined;
  const text = textOf(node).trimEnd();
  if (text === '' || NO_WORDS.test(text) || (next?.type === 'list' && /[:：]$/u.test(text))) return [];
  return [{ node, lead: node, inner: [] }];
}

/** The rows of a table, as comment sheets have them; undefined where none of them says anything. */
function tableBlocks(table: Table, textOf: (node: Node) => string): readonly Found[] | undefined {
  const heads = table.children[0]?.children.map(textOf) ?? [];
  const rows = sayingRows(table);
  if (rows.length === 0) return undefined;
  return rows.map((node) => {
    const value = rowText(heads, node.children.map(textOf));
    const { position } = node;
    const lead: Paragraph = { type: 'paragraph', children: [{ type: 'text', value }] };
    return { node, lead: position === undefined ? lead : { ...lead, position }, inner: [] };
  });
}

function listBlocks(list: List, textOf: (node: Node) => string): readonly Found[] {
  const [first, ...rest] = list.children.flatMap((item) => itemBlock(item, textOf));
  if (first === undefined) return [];
  const listId = list.data?.id;
  return [{ ...first, ...(listId !== undefined && { listId }) }, ...rest];
}

/** The input of a list item; an empty item holds none. */
function itemBlock(item: ListItem, textOf: (node: Node) => string): readonly Found[] {
  const text = textOf(item).trim();
  if (text === '' || NO_WORDS.test(text)) return [];
  const [first, ...rest] = item.children;
  if (first?.type === 'paragraph') return [{ node: item, lead: first, inner: rest }];
  // An item that begins with a nested list or code has no paragraph of its own to carry tags.
  return [{ node: item, lead: { type: 'paragraph', children: [] }, inner: item.children }];
}
