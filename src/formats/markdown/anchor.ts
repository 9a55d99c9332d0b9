import type { AnyNode } from '../tree.ts';
import { wellFormed } from '../tree.ts';
import type { MarkdownContext } from './context.ts';

/**
 * Writes the place that links lead to; empty where none does.
 * @param node the passage
 */
export function anchor(node: AnyNode, { linked }: MarkdownContext): string {
  const id = node.data?.id;
  return id !== undefined && linked.has(id) ? `<a id="${wellFormed(id).replace(/[^\p{L}\p{N}._-]/gu, '-')}"></a>` : '';
}
