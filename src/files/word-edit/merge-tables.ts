/** What reviewers do to tables: rows, cells and whole tables put in and taken out, and properties changed. */
import { whoIn } from './copy-looks.ts';
import { doneTo, propertyChange, takeOut } from './merge-properties.ts';
import { trackTag } from './merge-words.ts';
import { newCell, newRow } from './new-blocks.ts';
import type { Who } from './review-types.ts';
import {
  directNumbers,
  type Home,
  homesOf,
  mostOf,
  numbersIn,
  putTable,
  type TableCall,
  tableHere,
  tablesIn,
} from './table-places.ts';
import { childOf, type XmlCell, type XmlRow, type XmlTable } from './xml-blocks.ts';
import type { XmlElement } from './xml-places.ts';

/**
 * Carries what a copy does to tables.
 *
 * @returns Numbers of the copy's paragraphs that came with new rows and tables.
 */
export function mergeTables(call: TableCall): ReadonlySet<number> {
  const homes = homesOf(call.base.tables);
  const came = new Set<number>();
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
    mergeTable({ here: own, there: table }, { homes, came, inNew }, call);
  }
  return came;
}

interface Found {
  readonly homes: ReadonlyMap<number, Home>;
  readonly came: Set<number>;
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
  if (call.isForeign) return;
  for (const row of here.rows) if (!used.has(row)) takeOut(row.element, { author: call.writer.name }, 'trPr', call);
}

function putRow(row: XmlRow, at: number, found: Found, call: TableCall): void {
  call.edits.edits.push({ start: at, end: at, text: newRow(row, call.writer) });
  const blocks = row.cells.flatMap((cell) => cell.blocks);
  for (const index of numbersIn(blocks)) found.came.add(index);
  const tables = blocks.flatMap((block) => (block.type === 'table' ? tablesIn(block) : []));
  for (const inner of tables) found.inNew.add(inner);
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
