/** What every format needs to know of a document's tree. */
import type { Data } from 'mdast';

/** Any node of a document, as far as all of them are alike. */
export interface AnyNode {
  readonly type: string;
  readonly data?: Data | undefined;
  readonly children?: readonly AnyNode[];
}

/** Visits a node and everything below it, in reading order. */
export function walk(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

/** The words of a node, without its footnote marks and without words that were deleted. */
export function wordsOf(node: AnyNode): string {
  if (node.type === 'deletion' || node.type === 'footnoteReference') return '';
  if ('value' in node && typeof node.value === 'string') return node.value;
  if (node.type === 'break') return ' ';
  return (node.children ?? []).map(wordsOf).join('');
}

/** Replaces what can't be written as UTF-8 or stand in a text file by the replacement character. */
export function wellFormed(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}
