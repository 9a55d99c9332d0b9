import type { Nodes, Parents, Root } from 'mdast';
import type { BlockChange, Document } from '../../model/document.ts';
import { attributeTexts } from '../passages.ts';

/** One way of reading a marked-up version. */
interface Reading {
  readonly dropBlocks: ReadonlySet<BlockChange['kind']>;
  readonly dropWords: 'insertion' | 'deletion';
  /** What the containers are that are not there, though what stands in them is. */
  readonly dropFrames: 'inserted' | 'deleted';
  /** Neighbouring blocks of one change that are one block in this reading. */
  readonly join: BlockChange['kind'];
}

const LATER: Reading = {
  dropBlocks: new Set(['deleted', 'moved-from']),
  dropWords: 'deletion',
  dropFrames: 'deleted',
  join: 'merged',
};
const EARLIER: Reading = {
  dropBlocks: new Set(['inserted', 'moved-to']),
  dropWords: 'insertion',
  dropFrames: 'inserted',
  join: 'split',
};

/** Parts that the marked-up version adds to the words of both stages. */
const GENERATED: ReadonlySet<string> = new Set(['legend', 'label']);

interface Walk {
  readonly reading: Reading;
  /** The last block that others may be joined to. */
  open: { readonly change: string; readonly block: Parents } | undefined;
}

function isParent(node: Nodes): node is Parents {
  return 'children' in node;
}

/** Whether a block continues the one before it; then its words are put at the end of that one. */
function joinsPrevious(walk: Walk, block: Nodes): boolean {
  const change = block.data?.change;
  if (!change || !isParent(block)) return false;
  if (change.kind !== walk.reading.join) {
    walk.open = undefined;
    return false;
  }
  const open = walk.open;
  if (open?.change === change.change) {
    (open.block.children as Nodes[]).push({ type: 'text', value: ' ' }, ...(block.children as Nodes[]));
    return true;
  }
  walk.open = { change: change.change, block };
  return false;
}

function readChildren(walk: Walk, parent: Parents): Nodes[] {
  return (parent.children as Nodes[]).flatMap((child) => readNode(walk, child));
}

function readNode(walk: Walk, node: Nodes): Nodes[] {
  const { reading } = walk;
  const change = node.data?.change;
  if (change && reading.dropBlocks.has(change.kind)) return [];
  if (GENERATED.has(node.data?.role ?? '') || node.type === reading.dropWords) return [];
  if (!isParent(node)) return [node];
  const children = readChildren(walk, node);
  if (node.type === 'insertion' || node.type === 'deletion' || node.data?.frame === reading.dropFrames) return children;
  // A container whose blocks are all left out is left out itself, unless it has words of its own.
  const emptied = node.children.length > 0 && children.length === 0 && node.type !== 'tableCell';
  if (emptied && attributeTexts(node).length === 0) return [];
  const copy = { ...node, children } as Parents;
  return joinsPrevious(walk, copy) ? [] : [copy];
}

function read(document: Document, reading: Reading): Document {
  const walk: Walk = { reading, open: undefined };
  const root = { ...document.root, children: readChildren(walk, document.root) } as Root;
  return { ...document, root };
}

/**
 * The later stage that a marked-up version shows: all changes accepted.
 *
 * @param document a marked-up version
 */
export function acceptAll(document: Document): Document {
  return read(document, LATER);
}

/**
 * The earlier stage that a marked-up version shows: all changes rejected.
 *
 * @param document a marked-up version
 */
export function rejectAll(document: Document): Document {
  return read(document, EARLIER);
}
