import type { FootnoteDefinition, Nodes, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { ChangeLog, PassageRef } from '../../model/change-log.ts';
import type { BlockChange, Document, Section } from '../../model/document.ts';
import { fill, type Labels, labels } from '../../model/labels.ts';

type Side = 'from' | 'to';

/** A block that stands in a row of its own. */
interface Leaf {
  readonly content: readonly PhrasingContent[];
  readonly label: string | undefined;
  readonly id: string | undefined;
  /** Where the later stage has it. */
  readonly line: number;
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

/** What columns are made with. */
interface Columns {
  readonly log: ChangeLog;
  readonly words: Labels;
  readonly former: FormerNumbers;
}

/**
 * Sets a marked-up version in two columns: the earlier stage at one side with what is gone struck through, the later
 * one at the other with what is new underlined; what stayed stands on both sides in one row, under the number that it
 * has in each.
 *
 * @param document a marked-up version
 * @param log the changes it shows
 */
export function sideBySide(document: Document, log: ChangeLog): Document {
  const columns = { log, words: labels(document.meta.language), former: formerNumbers(log) };
  const children = document.root.children.map((node) =>
    node.type === 'section' && node.data?.role !== 'legend' ? inColumns(node, columns) : node,
  );
  return { ...document, root: { ...document.root, children } };
}

/** What passages were called that have another number now, by where the later stage has them. */
type FormerNumbers = ReadonlyMap<string, { readonly now: string; readonly before: string }>;

function placeKey({ file, startLine }: Pick<PassageRef, 'file' | 'startLine'>): string {
  return `${file}\n${startLine}`;
}

function formerNumbers({ changes }: ChangeLog): FormerNumbers {
  return new Map(
    changes.flatMap(({ from: [was], to: [is] }) => {
      if (was?.number === undefined || is?.number === undefined || was.number === is.number) return [];
      return [[placeKey(is), { now: is.number, before: was.number }] as const];
    }),
  );
}

/** The number as the earlier stage prints it: `5.` for `3.`, `(b)` for `(a)` of `12 (a)`. */
function formerLabel(label: string | undefined, known: { now: string; before: string } | undefined) {
  if (label === undefined || known === undefined) return label;
  if (label.includes(known.now)) return label.replace(known.now, known.before);
  const own = (number: string) => number.slice(number.lastIndexOf(' ') + 1);
  return label.replace(own(known.now), own(known.before));
}

function inColumns(section: Section, { log, words, former }: Columns): Section {
  const [first, ...rest] = section.children;
  const titled = first?.type === 'heading' && first.data?.change === undefined ? [first] : [];
  const blocks = titled.length === 0 ? section.children : rest;
  const notes = blocks.flatMap(notesIn);
  const leaves = blocks.flatMap((node) => leavesOf(node, {}));
  if (leaves.length === 0) return section;
  const titles = [log.from.title, log.to.title].map((title) => cell([plain(title)]));
  const rows = leaves.map((leaf) => {
    const known = former.get(placeKey({ file: section.file ?? '', startLine: leaf.line }));
    return rowOf(leaf, words, formerLabel(leaf.label, known));
  });
  const table: Table = {
    type: 'table',
    align: [null, null],
    data: { role: 'side-by-side' },
    children: [{ type: 'tableRow', children: titles }, ...rows],
  };
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
  readonly line?: number | undefined;
}

/** Containers are taken apart; what they say of their content goes with its first block. */
function leavesOf(node: Nodes, around: Around): Leaf[] {
  if (node.type === 'footnoteDefinition') return [];
  const { data } = node;
  const change = data?.change ?? around.change;
  const [label, id] = [data?.label ?? around.label, data?.id ?? around.id];
  const line = node.position?.start.line ?? around.line ?? 0;
  const content = contentOf(node);
  if (content !== undefined)
    return content.length === 0 ? [] : [{ content, label, id, line, change, bold: node.type === 'heading' }];
  if (!('children' in node)) return [];
  const title = titleOf(node);
  const own = title === undefined ? [] : [{ content: [plain(title)], label, id, line, change, bold: true }];
  const children = node.children.flatMap((child, index) =>
    leavesOf(child as Nodes, index === 0 && title === undefined ? { change, label, id, line } : { change }),
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

function rowOf(leaf: Leaf, words: Labels, formerly: string | undefined): TableRow {
  const absent = leaf.change && ABSENT[leaf.change.kind];
  const children = (['from', 'to'] as const).map((side) =>
    cell(
      side === absent ? [] : sideOf(side === 'to' || isGone(leaf) ? leaf : { ...leaf, label: formerly }, side, words),
    ),
  );
  const { id } = leaf;
  return { type: 'tableRow', ...(id !== undefined && { data: { id } }), children };
}

/** What is gone has its former number already. */
function isGone({ change }: Leaf): boolean {
  return change !== undefined && ABSENT[change.kind] === 'to';
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
