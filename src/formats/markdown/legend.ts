import { type AnyNode, walk } from '../tree.ts';
import type { MarkdownContext } from './context.ts';
import { escapeWords } from './escape.ts';

/** How to read a marked-up version; empty for a clean one, or where the document brings its own legend. */
export function legend(tree: AnyNode, { words }: MarkdownContext): string {
  let marked = false;
  let own = false;
  walk(tree, (node) => {
    marked ||= node.type === 'insertion' || node.type === 'deletion' || node.data?.change !== undefined;
    own ||= node.data?.role === 'legend';
  });
  if (!marked || own) return '';
  const { inserted, deleted } = words.legendText;
  const lines = [`<ins>${escapeWords(inserted)}</ins>`, `<del>${escapeWords(deleted)}</del>`];
  return [`> **${escapeWords(words.legend)}**`, ...lines.map((line) => `> ${line}`)].join('\n>\n');
}
