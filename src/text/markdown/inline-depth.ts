import type { Nodes, PhrasingContent, Root } from 'mdast';
import { plainText } from '../plain-text.ts';
import { hasChildren, type MarkdownContext, report, startOf } from './context.ts';

/** Formatting inside formatting beyond which nobody sees it, and programs that print it give up. */
const MAX_DEPTH = 30;

const FORMATTING: ReadonlySet<string> = new Set('emphasis strong delete link bracket agreed crossReference'.split(' '));

/**
 * Keeps formatting that is nested too deeply as its words.
 *
 * @param context The file.
 * @param tree The whole file, read.
 */
export function limitInlineDepth(context: MarkdownContext, tree: Root): Root {
  return limit(context, tree, 0);
}

function limit<T extends Nodes>(context: MarkdownContext, node: T, depth: number): T {
  if (!hasChildren(node)) return node;
  if (depth > MAX_DEPTH) return { ...node, children: [flat(context, node)] };
  let changed = false;
  const children = node.children.map((child) => {
    const kept = limit(context, child, FORMATTING.has(child.type) ? depth + 1 : 0);
    changed ||= kept !== child;
    return kept;
  });
  return changed ? { ...node, children } : node;
}

function flat(context: MarkdownContext, node: Nodes): PhrasingContent {
  report(context, startOf(node), {
    check: 'text/deep-formatting',
    severity: 'warning',
    message: 'Formatting is nested more than 30 levels deep here; what is inside is kept as plain words.',
    hint: 'Look for "*" or "_" that are opened and never closed.',
  });
  return { type: 'text', value: plainText(node), ...(node.position ? { position: node.position } : {}) };
}
