import type { FootnoteDefinition, Nodes, PhrasingContent, TableCell, TableRow } from 'mdast';
import type { BlockChange, Document, Section } from '../../model/document.ts';
import { fill, type Labels, labels } from '../../model/labels.ts';

/** Titles of the two columns. */
export interface SideTitles {
  readonly from: string;
  readonly to: string;
}

type Side = 'from' | 'to';

/** A block that stands in a row of its own. */
interface Leaf {
  readonly content: readonly PhrasingContent[];
  readonly label: string | undefined;
  readonly id: string | undefined;
  /** What happened to it, or to what it stands in. */
  readonly change: BlockChange | undefined;
  readonly bold: boolean;
}

/** Kinds of blocks of which one side has nothing. */
const ABSENT: Readonly<Partial<Record<BlockChange['kind'], Side>>> = {
  inserted: 'from',
  'moved-to': 'from',
  deleted: 'to',
  'moved-from': 'to',
};

/**
 * Sets a marked-up version in two columns: the earlier stage at one side with what is gone struck through, the later
 * one at the other with what is new underlined; what stayed stands on both sides in one row.
 *
 * @param document a marked-up version
 * @param titles of the two stages
 */
export function sideBySide(document: Document, titles: SideTitles): Document {
  const words = labels(document.meta.language);
  const children = document.root.children.map((node) =>
    node.type === 'section' && node.data?.role !== 'legend' ? inColumns(node, titles, words) : node,
  );
  return { ...document, root: { ...document.root, children } };
}

function inColumns(section: Section, titles: SideTitles, words: Labels): Section {
  const [first, ...rest] = section.children;
  const titled = first?.type === 'heading' && first.data?.change === undefined ? [first] : [];
  const blocks = titled.length === 0 ? section.children : rest;
  const notes = blocks.flatMap(notesIn);
  const leaves = blocks.flatMap((node) => leavesOf(node, {}));
  if (leaves.length === 0) return section;
  const head: TableRow = { type: 'tableRow', children: [cell([plain(titles.from)]), cell([plain(titles.to)])] };
  const rows = leaves.map((leaf) => rowOf(leaf, words));
  const table = { type: 'table' as const, align: [null, null], children: [head, ...rows] };
  return { ...section, children: [...titled, table, ...notes] };
}

/** Footnotes stand after the table, wherever their words stood. */
function notesIn(node: Nodes): FootnoteDefinition[] {
  if (node.type === 'footnoteDefinition') return [node];
  return 'children' in node ? node.children.flatMap((child) => notesIn(child as Nodes)) : [];
}

interface Around {
  readonly change?: BlockChange | undefined;
  readonly label?: string | undefined;
  readonly id?: string | undefined;
}

/** Containers are taken apart; what they say of their content goes with its first block. */
function leavesOf(node: Nodes, around: Around): Leaf[] {
  if (node.type === 'footnoteDefinition') return [];
  const { data } = node;
  const change = data?.change ?? around.change;
  const [label, id] = [data?.label ?? around.label, data?.id ?? around.id];
  const content = contentOf(node);
  if (content !== undefined)
    return content.length === 0 ? [] : [{ content, label, id, change, bold: node.type === 'heading' }];
  if (!('children' in node)) return [];
  const title = titleOf(node);
  const own = title === undefined ? [] : [{ content: [plain(title)], label, id, change, bold: true }];
  const children = node.children.flatMap((child, index) =>
    leavesOf(child as Nodes, index === 0 && title === undefined ? { change, label, id } : { change }),
  );
  return [...own, ...children];
}

/** The words of a block that is taken apart no further. */
function contentOf(node: Nodes): readonly PhrasingContent[] | undefined {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'formField') return node.children;
  if (node.type === 'figure') return [plain(node.alt), ...node.children];
  if (node.type === 'code') return [{ type: 'inlineCode', value: node.value }];
  if (node.type !== 'tableRow') return undefined;
  return node.children.flatMap((one, index) => (index === 0 ? one.children : [plain(' | '), ...one.children]));
}

function titleOf(node: Nodes): string | undefined {
  if (node.type === 'box') return node.title;
  return node.type === 'termDefinition' && node.term !== '' ? node.term : undefined;
}

function rowOf(leaf: Leaf, words: Labels): TableRow {
  const absent = leaf.change && ABSENT[leaf.change.kind];
  const children = (['from', 'to'] as const).map((side) => cell(side === absent ? [] : sideOf(leaf, side, words)));
  const { id } = leaf;
  return { type: 'tableRow', ...(id !== undefined && { data: { id } }), children };
}

function sideOf(leaf: Leaf, side: Side, words: Labels): PhrasingContent[] {
  const kept = withoutOther(leaf.content, side);
  const { change } = leaf;
  const whole = change !== undefined && ABSENT[change.kind] !== undefined;
  const type = side === 'from' ? ('deletion' as const) : ('insertion' as const);
  const marked: PhrasingContent[] = whole ? [{ type, change: change.change, children: unmarked(kept) }] : kept;
  const shown: PhrasingContent[] = leaf.bold ? [{ type: 'strong', children: marked }] : marked;
  // The number of the other stage stands beside the words already.
  const label = leaf.label === undefined ? [] : [plain(`${leaf.label} `)];
  return [...moveLink(change, words), ...label, ...shown];
}

/** Where the other end of a move is, with a link to it. */
function moveLink(change: BlockChange | undefined, words: Labels): PhrasingContent[] {
  if (change?.counterpartLabel === undefined) return [];
  const template =
    change.kind === 'moved-from' ? words.movedTo : change.kind === 'moved-to' ? words.movedFrom : undefined;
  if (template === undefined) return [];
  const note = plain(`[${fill(template, { n: change.counterpartLabel })}]`);
  if (change.counterpart === undefined) return [note, plain(' ')];
  return [
    { type: 'link', url: `#${change.counterpart}`, children: [note as { type: 'text'; value: string }] },
    plain(' '),
  ];
}

/** The words of one stage: what only the other one has is left out. */
function withoutOther(content: readonly PhrasingContent[], side: Side): PhrasingContent[] {
  const other = side === 'from' ? 'insertion' : 'deletion';
  return content.flatMap((node): PhrasingContent[] => {
    if (node.type === other) return [];
    if (!('children' in node)) return [node];
    return [{ ...node, children: withoutOther(node.children as PhrasingContent[], side) } as PhrasingContent];
  });
}

/** Words of a block that is marked as a whole need no marks of their own. */
function unmarked(content: readonly PhrasingContent[]): PhrasingContent[] {
  return content.flatMap((node) => (node.type === 'insertion' || node.type === 'deletion' ? node.children : [node]));
}

function cell(children: PhrasingContent[]): TableCell {
  return { type: 'tableCell', children };
}

function plain(value: string): PhrasingContent {
  return { type: 'text', value };
}
