/** Which tables and cells of the base those of a copy are, and where what is new comes. */
import type { PropertyCall } from './merge-properties.ts';
import { newBlock, newTable } from './new-blocks.ts';
import type { Who } from './review-types.ts';
import type { XmlBlock, XmlBlocks, XmlCell, XmlRow, XmlTable } from './xml-blocks.ts';

/** A copy beside the base. */
export interface TableCall extends PropertyCall {
  readonly base: XmlBlocks;
  /** Which paragraph of the base each of the copy is, by their numbers. */
  readonly paired: ReadonlyMap<number, number>;
  /** Whether a paragraph of the copy held words when it was sent. */
  readonly hadWords: (index: number) => boolean;
  /** True where the copy has little in common with the base: rows that it has not are not taken for deleted. */
  readonly isForeign: boolean;
}

/** Where a paragraph stands. */
export interface Home {
  readonly table: XmlTable;
  readonly row: XmlRow;
  readonly cell: XmlCell;
}

/** The cell that each paragraph of the base stands in. */
export function homesOf(tables: readonly XmlTable[]): ReadonlyMap<number, Home> {
  const homes = new Map<number, Home>();
  // Tables come before those inside them: the innermost counts.
  for (const table of tables)
    for (const row of table.rows)
      for (const cell of row.cells) for (const index of numbersIn(cell.blocks)) homes.set(index, { table, row, cell });
  return homes;
}

/** Numbers of all paragraphs in some blocks. */
export function numbersIn(blocks: readonly XmlBlock[]): readonly number[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.index]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => numbersIn(cell.blocks))),
  );
}

/** A table and those inside it. */
export function tablesIn(table: XmlTable): readonly XmlTable[] {
  const inner = table.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
  return [table, ...inner.flatMap((block) => (block.type === 'table' ? tablesIn(block) : []))];
}

/** Numbers of the paragraphs among some blocks. */
export function directNumbers(blocks: readonly XmlBlock[]): readonly number[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block.index] : []));
}

/** What of the base most paragraphs of something in the copy are. */
export function mostOf<Type>(numbers: readonly number[], what: (index: number) => Type | undefined): Type | undefined {
  const counts = new Map<Type, number>();
  for (const index of numbers) {
    const found = what(index);
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** The table of the base that one of the copy is. */
export function tableHere(
  table: XmlTable,
  homes: ReadonlyMap<number, Home>,
  { paired }: TableCall,
): XmlTable | undefined {
  const numbers = table.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => directNumbers(blocks)));
  return mostOf(numbers, (index) => homes.get(paired.get(index) ?? -1)?.table);
}

/** A table that is not in the base is put where it stands among what is. */
export function putTable(table: XmlTable, call: TableCall): boolean {
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
