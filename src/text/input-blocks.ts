import type { ListItem, Nodes, Paragraph, Root, RootContent, TableRow } from 'mdast';
import { plainText } from './plain-text.ts';
import { sayingRows } from './table-rows.ts';

/** A block of a consultation note that is an input. */
export interface InputBlock {
  readonly node: ListItem | Paragraph | TableRow;
  /** What it stands in, from the root down. */
  readonly parents: readonly Nodes[];
}

/** Whether a block is of a kind that can be an input. */
export function isInputBlock(node: Nodes): node is ListItem | Paragraph {
  return node.type === 'listItem' || node.type === 'paragraph';
}

/**
 * The inputs of a consultation note: every top-level list item, paragraph or row of a table under a heading.
 *
 * What stands before the first heading is none; a paragraph that ends in a colon before a list is context.
 *
 * @param tree The note as `parseMarkdown` read it.
 */
export function inputBlocks(tree: Root): InputBlock[] {
  const first = tree.children.findIndex((node) => node.type === 'heading');
  if (first < 0) return [];
  return tree.children.slice(first).flatMap((node, index) => inputsOf(tree, node, tree.children[first + index + 1]));
}

function inputsOf(tree: Root, node: RootContent, next: RootContent | undefined): InputBlock[] {
  if (node.type === 'list') return node.children.map((item) => ({ node: item, parents: [tree, node] }));
  if (node.type === 'table') return sayingRows(node).map((row) => ({ node: row, parents: [tree, node] }));
  if (node.type !== 'paragraph' || isContext(node, next)) return [];
  return [{ node, parents: [tree] }];
}

function isContext(node: Paragraph, next: RootContent | undefined): boolean {
  return next?.type === 'list' && /[:：]$/u.test(plainText(node).trimEnd());
}
