/** What reviewers do to tables: rows, cells and whole tables put in and taken out, and properties changed. */
import { type CopyPart, changeIn, whoIn } from './copy-looks.ts';
import { type Tagging, trackTag } from './merge-words.ts';
import { type NewBlocks, newBlock, newCell, newRow, newTable } from './new-blocks.ts';
import { changed, changeWords, inOrder, type PropertyChange, type PropertyKind, propertiesOf } from './properties.ts';
import type { Who } from './review-edits.ts';
import { childOf, type XmlBlock, type XmlBlocks, type XmlCell, type XmlRow, type XmlTable } from './xml-blocks.ts';
import type { XmlEdit, XmlElement } from './xml-places.ts';

/** What is done to the properties of one element of the base. */
interface Done {
  readonly kind: PropertyKind;
  readonly parent: XmlElement;
  /** Marks of rows and cells that go. */
  readonly marks: string[];
  change?: Who & { readonly change: PropertyChange };
  /** Who takes it out. */
  gone?: Who;
}

/** What is done to tables and sections of the base by all copies. */
export interface TableEdits {
  readonly edits: XmlEdit[];
  readonly done: Map<string, Done>;
}

/** Nothing done yet. */
export function noTableEdits(): TableEdits {
  return { edits: [], done: new Map() };
}

/** A copy beside the base. */
export interface TableCall {
  readonly base: XmlBlocks;
  readonly part: CopyPart;
  readonly writer: NewBlocks;
  /** Which paragraph of the base each of the copy is, by their numbers. */
  readonly paired: ReadonlyMap<number, number>;
  readonly edits: TableEdits;
  /** Whether a paragraph of the copy held words when it was sent. */
  readonly hadWords: (index: number) => boolean;
  /** Tells what can't be carried, near a paragraph of the base. */
  readonly tell: (author: string, what: string, near: number) => void;
}

interface Home {
  readonly table: XmlTable;
  readonly row: XmlRow;
  readonly cell: XmlCell;
}

/**
 * Carries what a copy does to tables.
 *
 * @returns Numbers of the copy's paragraphs that came with new rows and tables; and of the base's that went with theirs.
 */
export function mergeTables(call: TableCall): {
  readonly came: ReadonlySet<number>;
  readonly went: ReadonlySet<number>;
} {
  const homes = homesOf(call.base.tables);
  const came = new Set<number>();
  const went = new Set<number>();
  const inNew = new Set<XmlTable>();
  const seen = new Set<XmlTable>();
  for (const table of call.part.blocks.tables) {
    if (inNew.has(table)) continue;
    const own = tableHere(table, homes, call);
    if (own === undefined || seen.has(own)) {
      if (own === undefined && putTable(table, call)) {
        for (const index of numbersIn([table])) came.add(index);
        for (const inner of tablesIn(table)) inNew.add(inner);
      }
      continue;
    }
    seen.add(own);
    mergeTable({ here: own, there: table }, { homes, came, went, inNew }, call);
  }
  return { came, went };
}

/** The cell that each paragraph of the base stands in. */
function homesOf(tables: readonly XmlTable[]): ReadonlyMap<number, Home> {
  const homes = new Map<number, Home>();
  // Tables come before those inside them: the innermost counts.
  for (const table of tables)
    for (const row of table.rows)
      for (const cell of row.cells) for (const index of numbersIn(cell.blocks)) homes.set(index, { table, row, cell });
  return homes;
}

function numbersIn(blocks: readonly XmlBlock[]): readonly number[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.index]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => numbersIn(cell.blocks))),
  );
}

function tablesIn(table: XmlTable): readonly XmlTable[] {
  const inner = table.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
  return [table, ...inner.flatMap((block) => (block.type === 'table' ? tablesIn(block) : []))];
}

function directNumbers(blocks: readonly XmlBlock[]): readonly number[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block.index] : []));
}

/** What of the base most paragraphs of something in the copy are. */
function mostOf<Type>(numbers: readonly number[], what: (index: number) => Type | undefined): Type | undefined {
  const counts = new Map<Type, number>();
  for (const index of numbers) {
    const found = what(index);
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function tableHere(table: XmlTable, homes: ReadonlyMap<number, Home>, { paired }: TableCall): XmlTable | undefined {
  const numbers = table.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => directNumbers(blocks)));
  return mostOf(numbers, (index) => homes.get(paired.get(index) ?? -1)?.table);
}

interface Found {
  readonly homes: ReadonlyMap<number, Home>;
  readonly came: Set<number>;
  readonly went: Set<number>;
  readonly inNew: Set<XmlTable>;
}

interface Pair<Type> {
  readonly here: Type;
  readonly there: Type;
}

const trackedIn = (row: XmlRow) => childOf(childOf(row.element, 'trPr'), 'ins');
const trackedOut = (row: XmlRow) => childOf(childOf(row.element, 'trPr'), 'del');

function mergeTable({ here, there }: Pair<XmlTable>, found: Found, call: TableCall): void {
  propertyChange({ kind: 'tblPr', here: here.element, there: there.element }, near(here.rows[0]), call);
  const old = there.rows.filter((row) => trackedIn(row) === undefined);
  const rowOf = (row: XmlRow): XmlRow | undefined => {
    const numbers = row.cells.flatMap(({ blocks }) => directNumbers(blocks));
    const told = mostOf(numbers, (index) => {
      const home = found.homes.get(call.paired.get(index) ?? -1);
      return home?.table === here ? home.row : undefined;
    });
    // Rows without words are told by their places alone.
    const isBare = numbers.every((index) => !call.hadWords(index));
    return told ?? (isBare && old.length === here.rows.length ? here.rows[old.indexOf(row)] : undefined);
  };
  const used = new Set<XmlRow>();
  let behind: XmlRow | undefined;
  for (const row of there.rows) {
    const own = trackedIn(row) === undefined ? rowOf(row) : undefined;
    if (own === undefined || used.has(own)) {
      const at = behind?.element.end ?? here.rows[0]?.element.start ?? here.element.innerEnd;
      putRow(row, at, found, call);
      continue;
    }
    used.add(own);
    behind = own;
    mergeRow({ here: own, there: row }, found, call);
  }
  for (const row of here.rows) if (!used.has(row)) goneRow(row, { author: call.writer.name }, found, call);
}

function putRow(row: XmlRow, at: number, found: Found, call: TableCall): void {
  call.edits.edits.push({ start: at, end: at, text: newRow(row, call.writer) });
  const blocks = row.cells.flatMap((cell) => cell.blocks);
  for (const index of numbersIn(blocks)) found.came.add(index);
  const tables = blocks.flatMap((block) => (block.type === 'table' ? tablesIn(block) : []));
  for (const inner of tables) found.inNew.add(inner);
}

function goneRow(row: XmlRow, who: Who, found: Found, call: TableCall): void {
  for (const { blocks } of row.cells) for (const index of numbersIn(blocks)) found.went.add(index);
  takeOut(row.element, who, 'trPr', call);
}

/** Marks a row or cell as taken out; the first who does it counts. */
function takeOut(element: XmlElement, who: Who, kind: 'trPr' | 'tcPr', call: TableCall): void {
  const done = doneTo(element, kind, call.edits);
  if (done.gone !== undefined) return;
  done.gone = who;
  done.marks.push(`<${trackTag(call.writer, kind === 'trPr' ? 'del' : 'cellDel', who)}/>`);
}

function doneTo(parent: XmlElement, kind: PropertyKind, { done }: TableEdits): Done {
  const key = `${parent.start} ${kind}`;
  const own = done.get(key) ?? { kind, parent, marks: [] };
  done.set(key, own);
  return own;
}

function mergeRow({ here, there }: Pair<XmlRow>, found: Found, call: TableCall): void {
  const gone = trackedOut(there);
  if (gone !== undefined) takeOut(here.element, { author: call.writer.name, ...whoIn(gone) }, 'trPr', call);
  for (const kind of ['tblPrEx', 'trPr'] as const)
    propertyChange({ kind, here: here.element, there: there.element }, near(here), call);
  const old = there.cells.filter(({ element }) => cellMark(element, 'cellIns') === undefined);
  const isSame = old.length === here.cells.length;
  let behind: XmlCell | undefined;
  for (const cell of there.cells) {
    const mark = cellMark(cell.element, 'cellIns');
    const own = mark === undefined ? cellHere(cell, { here, old, isSame }, { found, call }) : undefined;
    if (mark !== undefined) putCell(cell, { author: call.writer.name, ...whoIn(mark) }, { here, behind, found, call });
    else if (own !== undefined) {
      behind = own;
      mergeCell({ here: own, there: cell }, near(here), call);
    } else if (!isSame && cellWords(cell, call) !== '') {
      const text = `puts a cell in here: “${cellWords(cell, call)}”`;
      call.tell(call.writer.name, text, near(here));
      for (const index of numbersIn(cell.blocks)) found.came.add(index);
    }
  }
}

interface CellChoice {
  readonly here: XmlRow;
  readonly old: readonly XmlCell[];
  readonly isSame: boolean;
}

function cellHere(
  cell: XmlCell,
  { here, old, isSame }: CellChoice,
  { found, call }: { readonly found: Found; readonly call: TableCall },
): XmlCell | undefined {
  if (isSame) return here.cells[old.indexOf(cell)];
  return mostOf(directNumbers(cell.blocks), (index) => {
    const home = found.homes.get(call.paired.get(index) ?? -1);
    return home?.row === here ? home.cell : undefined;
  });
}

function cellMark(cell: XmlElement, name: 'cellIns' | 'cellDel' | 'cellMerge'): XmlElement | undefined {
  return childOf(childOf(cell, 'tcPr'), name);
}

interface CellPlace {
  readonly here: XmlRow;
  readonly behind: XmlCell | undefined;
  readonly found: Found;
  readonly call: TableCall;
}

function putCell(cell: XmlCell, who: Who, { here, behind, found, call }: CellPlace): void {
  const at = behind?.element.end ?? here.cells[0]?.element.start ?? here.element.innerEnd;
  call.edits.edits.push({ start: at, end: at, text: newCell(cell, { who, isMarked: true }, call.writer) });
  for (const index of numbersIn(cell.blocks)) found.came.add(index);
}

function mergeCell({ here, there }: Pair<XmlCell>, at: number, call: TableCall): void {
  const gone = cellMark(there.element, 'cellDel');
  if (gone !== undefined) takeOut(here.element, { author: call.writer.name, ...whoIn(gone) }, 'tcPr', call);
  propertyChange({ kind: 'tcPr', here: here.element, there: there.element }, at, call);
  const merge = cellMark(there.element, 'cellMerge');
  if (merge === undefined) return;
  const who = { author: call.writer.name, ...whoIn(merge) };
  const done = doneTo(here.element, 'tcPr', call.edits);
  if (done.gone !== undefined || done.marks.length > 0) {
    call.tell(who.author, 'merges or parts this cell as well', at);
    return;
  }
  const { prefix } = call.writer;
  const how = (['vMerge', 'vMergeOrig'] as const).flatMap((name) => {
    const value = merge.attributes.get(name);
    return value === 'cont' || value === 'rest' ? [` ${prefix}${name}="${value}"`] : [];
  });
  done.marks.push(`<${trackTag(call.writer, 'cellMerge', who)}${how.join('')}/>`);
}

/** First paragraph of a row. */
function near(row: XmlRow | undefined): number {
  return numbersIn(row?.cells.flatMap(({ blocks }) => blocks) ?? [])[0] ?? 0;
}

function cellWords({ blocks }: XmlCell, { writer: { paragraphs } }: TableCall): string {
  const pieces = numbersIn(blocks).flatMap((index) => paragraphs.get(index)?.pieces ?? []);
  return pieces
    .map(({ type, text }) => (type === 'text' ? text : ''))
    .join('')
    .trim();
}

/** A table that is not in the base is put where it stands among what is. */
function putTable(table: XmlTable, call: TableCall): boolean {
  const start = placeAmong(table, call);
  if (start === undefined) return false;
  call.edits.edits.push({ start, end: start, text: newTable(table, call.writer) });
  return true;
}

/** For each call where in the base each block of the copy comes that is not in it; worked out once. */
const PLACES = new WeakMap<TableCall, ReadonlyMap<XmlBlock, number>>();

/** Where in the base a block of the copy comes that is not in it: behind what it stands behind, else before what it stands before. */
function placeAmong(block: XmlBlock, call: TableCall): number | undefined {
  const known = PLACES.get(call) ?? allPlaces(call);
  PLACES.set(call, known);
  return known.get(block);
}

function allPlaces(call: TableCall): ReadonlyMap<XmlBlock, number> {
  const homes = homesOf(call.base.tables);
  const places = new Map<XmlBlock, number>();
  for (const container of call.part.blocks.containers) {
    const elements = container.map((block) =>
      block.type === 'table'
        ? tableHere(block, homes, call)?.element
        : call.base.paragraphs[call.paired.get(block.index) ?? -1]?.element,
    );
    let at = elements.find((element) => element !== undefined)?.start;
    container.forEach((block, index) => {
      at = elements[index]?.end ?? at;
      if (at !== undefined) places.set(block, at);
    });
  }
  return places;
}

/**
 * Puts in new paragraphs that stand between tables, where no paragraph is that they could join.
 *
 * @param numbers Of paragraphs in the copy of which all is new.
 * @returns Those that were put in.
 */
export function putParagraphs(numbers: ReadonlyMap<number, Who>, call: TableCall): ReadonlySet<number> {
  const put = new Set<number>();
  if (call.part.blocks.tables.length === 0) return put;
  for (const container of call.part.blocks.containers) {
    container.forEach((block, at) => {
      const who = block.type === 'paragraph' ? numbers.get(block.index) : undefined;
      if (block.type !== 'paragraph' || who === undefined) return;
      if (container[at - 1]?.type === 'paragraph' || container[at + 1]?.type === 'paragraph') return;
      if (container[at - 1] === undefined && container[at + 1] === undefined) return;
      const start = placeAmong(block, call);
      if (start === undefined) return;
      call.edits.edits.push({ start, end: start, text: newBlock(block, who, call.writer) });
      put.add(block.index);
    });
  }
  return put;
}

/** Carries a tracked change of properties; of several the first counts, and the others are told. */
export function propertyChange(
  { kind, here, there }: { readonly kind: PropertyKind; readonly here: XmlElement; readonly there: XmlElement },
  at: number,
  call: Pick<TableCall, 'part' | 'writer' | 'edits' | 'tell'>,
): void {
  const properties = kind === 'sectPr' ? there : childOf(there, kind);
  const found = changeIn(properties, kind, call.part.transplant);
  if (found === undefined) return;
  const own = { author: call.writer.name, ...found };
  const done = doneTo(here, kind, call.edits);
  if (done.change === undefined) done.change = own;
  else if (done.change.author !== own.author)
    call.tell(own.author, `changes ${THINGS[kind]} as well: ${changeWords(own.change)}`, at);
}

const THINGS: Readonly<Record<PropertyKind, string>> = {
  ...{ rPr: 'how these words look', pPr: 'how this paragraph looks', sectPr: 'the pages of this section' },
  ...{ tblPr: 'how this table looks', tblPrEx: 'how this row looks', trPr: 'how this row looks' },
  tcPr: 'how this cell looks',
};

/** What a change of properties concerns, in words. */
export function thingChanged(kind: PropertyKind): string {
  return THINGS[kind];
}

/** Where properties stand that an element has not yet: behind what comes first in it. */
const BEHIND: Readonly<Partial<Record<PropertyKind, string>>> = { trPr: 'tblPrEx' };

/** The edits that write the properties of tables, rows and cells anew; those of sections by their elements. */
export function propertyEdits(
  { done }: TableEdits,
  writer: Tagging & { readonly source: string },
): { readonly edits: readonly XmlEdit[]; readonly sections: ReadonlyMap<XmlElement, string> } {
  const edits: XmlEdit[] = [];
  const sections = new Map<XmlElement, string>();
  const isFirst = ({ kind }: Done) => (kind === 'tblPrEx' ? 0 : 1);
  for (const one of [...done.values()].sort((a, b) => isFirst(a) - isFirst(b))) {
    if (one.kind === 'sectPr') {
      sections.set(one.parent, written(one, one.parent, writer));
      continue;
    }
    const own = childOf(one.parent, one.kind);
    const first = childOf(one.parent, BEHIND[one.kind] ?? '')?.end ?? one.parent.inner;
    const [start, end] = own === undefined ? [first, first] : [own.start, own.end];
    edits.push({ start, end, text: written(one, own, writer) });
  }
  return { edits, sections };
}

function written(
  { kind, marks, change }: Done,
  own: XmlElement | undefined,
  writer: Tagging & { readonly source: string },
): string {
  const { source, prefix } = writer;
  const now = propertiesOf(own, kind, { source, from: prefix, to: prefix });
  const known = new Set([...now.keys(), `${kind}Change`]);
  const text = ({ start, end }: XmlElement) => source.slice(start, end);
  const rest = own?.children.filter(({ name }) => !known.has(name)) ?? [];
  // Headers and footers come first in a section; what else is not known comes behind what is.
  const [first, last] = kind === 'sectPr' ? [rest.map(text).join(''), ''] : ['', rest.map(text).join('')];
  const after = inOrder(change === undefined ? now : changed(now, change.change), kind);
  const before = `<${prefix}${kind}>${inOrder(now, kind)}</${prefix}${kind}>`;
  const kept = own?.children.find(({ name }) => name === `${kind}Change`);
  const told =
    change === undefined
      ? kept === undefined
        ? ''
        : text(kept)
      : `<${trackTag(writer, `${kind}Change`, change)}>${before}</${prefix}${kind}Change>`;
  const open = own === undefined ? `<${prefix}${kind}>` : source.slice(own.start, own.inner).replace(/\s*\/>$/u, '>');
  return `${open}${first}${after}${last}${marks.join('')}${told}</${prefix}${kind}>`;
}
