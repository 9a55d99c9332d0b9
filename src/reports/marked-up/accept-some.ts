import type { Nodes, Parents, Root } from 'mdast';
import { changeWords } from '../../model/change-words.ts';
import type { BlockChange, Document, Section } from '../../model/document.ts';

/** Blocks of the earlier stage, which a reader of the later one does not see. */
const EARLIER: ReadonlySet<BlockChange['kind']> = new Set(['deleted', 'moved-from']);

/**
 * Leaves the editorial changes of a marked-up version unmarked: where they are, the later stage stands as it reads.
 *
 * @param document a marked-up version
 * @param isAccepted whether the change of this id is left unmarked
 */
export function acceptSome(document: Document, isAccepted: (change: string) => boolean): Document {
  const children = document.root.children.flatMap((node) =>
    node.data?.role === 'legend' && node.type === 'section'
      ? [withRemark(node, document.meta.language)]
      : accept(node, isAccepted),
  );
  return { ...document, root: { ...document.root, children } as Root };
}

/** The legend explains marks by wearing them, and says that some are not shown. */
function withRemark(legend: Section, language: string): Section {
  const value = changeWords(language).onlySubstantive;
  return { ...legend, children: [...legend.children, { type: 'paragraph', children: [{ type: 'text', value }] }] };
}

function childrenOf(parent: Parents, isAccepted: (change: string) => boolean): Nodes[] {
  return (parent.children as Nodes[]).flatMap((child) => accept(child, isAccepted));
}

function accept(node: Nodes, isAccepted: (change: string) => boolean): Nodes[] {
  const whole = node.data?.change;
  const done = whole !== undefined && isAccepted(whole.change);
  if (done && EARLIER.has(whole.kind)) return [];
  if (node.type === 'deletion' && isAccepted(node.change ?? '')) return [];
  if (!('children' in node)) return [done ? unmarked(node) : node];
  const children = childrenOf(node, isAccepted);
  if (node.type === 'insertion' && isAccepted(node.change ?? '')) return children;
  // What held nothing but passages that are gone goes with them.
  if (node.children.length > 0 && children.length === 0 && node.type !== 'tableCell') return [];
  const copy = { ...node, children } as Nodes;
  return [done && !(node.type === 'table' && holdsChange(copy)) ? unmarked(copy) : copy];
}

function unmarked(node: Nodes): Nodes {
  const { change: _shown, ...data } = node.data ?? {};
  return { ...node, data } as Nodes;
}

/** A table goes on saying that some of its rows changed. */
function holdsChange(node: Nodes): boolean {
  if (node.type === 'insertion' || node.type === 'deletion') return true;
  return 'children' in node && node.children.some((child) => child.data?.change !== undefined || holdsChange(child));
}
