import type { Nodes, Parents } from 'mdast';
import type { PassagePlace } from '../model/change-log.ts';
import { shownText } from './tokens.ts';

type Holder = NonNullable<PassagePlace['holder']>;
type Part = NonNullable<PassagePlace['part']>;

/** What has been counted so far, in reading order. */
export interface PlaceCounts {
  /** Passages of one kind in a container, by container. */
  readonly seen: Map<Nodes, Map<Part['kind'], number>>;
  /** The last heading below a section's own, by section: what has no number is counted from it. */
  readonly heading: Map<Nodes, Nodes>;
  /** Number of the last paragraph that has one, by section. */
  readonly lastNumber: Map<Nodes, string>;
}

/** A passage as far as its place depends on it. */
interface Leaf {
  readonly node: Nodes;
  /** Containers from the section inwards. */
  readonly path: readonly Parents[];
  /** True where the passage is an attribute of its container. */
  readonly attribute: boolean;
  readonly number?: string;
}

/** Counts of nothing, for the beginning of a document. */
export function noCounts(): PlaceCounts {
  return { seen: new Map(), heading: new Map(), lastNumber: new Map() };
}

function numberOf(node: Nodes): { number?: string } {
  const number = node.data?.number;
  return number === undefined || number === '' ? {} : { number };
}

function titled(title: string | undefined): { title?: string } {
  return title === undefined || title === '' ? {} : { title };
}

/** A container as something that has a name of its own. */
function asHolder(node: Nodes, parent: Nodes | undefined): Holder | undefined {
  switch (node.type) {
    case 'box':
      return { kind: 'box', ...numberOf(node), ...titled(node.title) };
    case 'table':
      return { kind: 'table', ...numberOf(node), ...titled(node.data?.caption) };
    case 'figure':
      return { kind: 'figure', ...numberOf(node), ...titled(node.data?.caption) };
    case 'recommendation':
      return { kind: 'recommendation', ...numberOf(node) };
    case 'termDefinition':
      return { kind: 'definition', ...titled(node.term) };
    case 'footnoteDefinition':
      return { kind: parent?.type === 'notes' ? 'note' : 'footnote', ...numberOf(node) };
    default:
      return undefined;
  }
}

function holderOf({ node, path }: Leaf): { holder: Holder; container: Nodes } | undefined {
  const chain: Nodes[] = [...path, node];
  for (let index = chain.length - 1; index > 0; index -= 1) {
    const container = chain[index];
    const holder = container && asHolder(container, chain[index - 1]);
    if (container && holder) return { holder, container };
  }
  return undefined;
}

function count(counts: PlaceCounts, scope: Nodes, kind: Part['kind']): number {
  const seen = counts.seen.get(scope) ?? new Map<Part['kind'], number>();
  const next = (seen.get(kind) ?? 0) + 1;
  counts.seen.set(scope, seen.set(kind, next));
  return next;
}

function annexOf(section: Nodes | undefined): string | undefined {
  const title = section?.type === 'section' ? section.children[0] : undefined;
  return title?.data?.role === 'annex' ? title.data.number : undefined;
}

function headingPart(node: Extract<Nodes, { type: 'heading' }>): Part | undefined {
  if (node.data?.role === 'annex') return undefined;
  const { number } = numberOf(node);
  if (number !== undefined) return { kind: 'heading', number };
  return node.depth === 1
    ? { kind: 'title' }
    : { kind: 'heading', title: shownText(node).replace(/\s+/gu, ' ').trim() };
}

/** `12 (a)` is told as a paragraph, `(a)` as an item. */
function numberedPart(number: string): Part {
  return { kind: /^\p{N}/u.test(number) ? 'paragraph' : 'item', number };
}

function itemPart(counts: PlaceCounts, scope: Nodes, item: Nodes, first: boolean): Part {
  const { number } = numberOf(item);
  if (number !== undefined) return numberedPart(number);
  const ordinal = first ? count(counts, scope, 'item') : (counts.seen.get(scope)?.get('item') ?? 1);
  return { kind: 'item', ordinal };
}

function textPart(counts: PlaceCounts, leaf: Leaf, holder: Nodes | undefined): Part {
  const [section, parent] = [leaf.path[0], leaf.path.at(-1)];
  const scope = holder ?? (section && counts.heading.get(section)) ?? section ?? leaf.node;
  const item = leaf.path.findLast((container) => container.type === 'listItem');
  if (item) return itemPart(counts, scope, item, item === parent && item.children[0] === leaf.node);
  const ordinal = count(counts, scope, 'paragraph');
  if (leaf.number !== undefined) {
    if (section) counts.lastNumber.set(section, leaf.number);
    return numberedPart(leaf.number);
  }
  const after = section && !holder ? counts.lastNumber.get(section) : undefined;
  return { kind: 'paragraph', ...(after === undefined ? { ordinal } : { after }) };
}

/** Whose passages are told by the name of the whole. */
const TOLD_AS_ONE: ReadonlySet<Holder['kind']> = new Set([
  'recommendation',
  'footnote',
  'note',
  'definition',
  'figure',
]);

function partOf(counts: PlaceCounts, leaf: Leaf, found: ReturnType<typeof holderOf>): Part | undefined {
  const { node, attribute } = leaf;
  if (attribute) return found?.holder.kind === 'box' ? { kind: 'title' } : undefined;
  if (node.type === 'figure') return undefined;
  if (node.type === 'heading') return headingPart(node);
  if (node.type === 'tableRow' && found) {
    const row = count(counts, found.container, 'row');
    return row === 1 ? { kind: 'heading-row' } : { kind: 'row', ordinal: row - 1 };
  }
  const part = textPart(counts, leaf, found?.container);
  return found && TOLD_AS_ONE.has(found.holder.kind) && part.kind !== 'item' ? undefined : part;
}

/**
 * Where a passage stands, in the terms of its readers. To be called for each passage once, in reading order.
 *
 * @param counts what was counted so far; counted on
 * @param leaf the passage and what it stands in
 */
export function placeOf(counts: PlaceCounts, leaf: Leaf): PassagePlace {
  const [section] = leaf.path;
  if (section && leaf.node.type === 'heading' && leaf.node.depth > 1 && leaf.path.length === 1)
    counts.heading.set(section, leaf.node);
  const found = holderOf(leaf);
  const annex = annexOf(leaf.path[0]);
  const part = partOf(counts, leaf, found);
  return {
    ...(annex === undefined ? {} : { annex }),
    ...(found ? { holder: found.holder } : {}),
    ...(part ? { part } : {}),
  };
}
