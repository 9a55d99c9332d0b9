import { FileProblemError } from './file-problem.ts';
import type { TableRow } from './table-row.ts';
import { numberText, serialDate, unescapeCell } from './xlsx-values.ts';
import type { Workbook } from './xlsx-workbook.ts';
import { type XmlHandler, xmlFeed } from './xml-parts.ts';

/** Columns read; real tables are narrower, and a cell further right is not worth an array of thousands. */
export const MOST_COLUMNS = 4096;

/** Empty cells before filled ones, in a whole sheet: far more than real ones have, few enough to be gone through. */
const MOST_PADDING = 200_000_000;
/** Characters of a cell, well above the 32,767 of spreadsheet programs; a longer one could not be read as an input. */
const LONGEST_CELL = 250_000;

/**
 * The rows of a sheet that say something.
 *
 * @param pieces Bytes of the sheet's part.
 * @param workbook Strings and styles.
 */
export async function* sheetRows(pieces: AsyncIterable<Uint8Array>, workbook: Workbook): AsyncGenerator<TableRow> {
  const rows: TableRow[] = [];
  const feed = xmlFeed(rowHandler(workbook, (row) => rows.push(row)));
  for await (const piece of pieces) {
    feed.write(piece);
    yield* rows.splice(0);
  }
  feed.end();
  yield* rows.splice(0);
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
}

interface RowState {
  row: number;
  cells: string[];
  cell: Cell;
  /** Whether text belongs to the open cell. */
  open: boolean;
  phonetic: number;
  /** Empty cells put before filled ones so far. */
  padding: number;
}

/** Elements that hold the text of a cell. */
const HOLDS_TEXT: ReadonlySet<string> = new Set(['v', 't']);

function rowHandler(workbook: Workbook, take: (row: TableRow) => void): XmlHandler {
  const state: RowState = { row: 0, cells: [], cell: newCell(-1), open: false, phonetic: 0, padding: 0 };
  return {
    open: (name, attribute) => {
      if (name === 'row') openRow(state, attribute('r'));
      else if (name === 'c') openCell(state, attribute);
      else if (name === 'rPh') state.phonetic += 1;
      state.open = HOLDS_TEXT.has(name) && state.phonetic === 0;
    },
    text: (text) => {
      if (state.open) state.cell.value += text;
    },
    close: (name) => {
      state.open = false;
      if (name === 'rPh') state.phonetic -= 1;
      if (name === 'c') closeCell(state, workbook);
      if (name === 'row' && state.cells.length > 0) take({ row: state.row, cells: state.cells });
    },
  };
}

function newCell(column: number): Cell {
  return { column, type: 'n', style: 0, value: '' };
}

function openRow(state: RowState, number: string | undefined): void {
  state.row = number === undefined ? state.row + 1 : Number.parseInt(number, 10);
  state.cells = [];
  state.cell = newCell(-1);
}

function openCell(state: RowState, attribute: (name: string) => string | undefined): void {
  const reference = attribute('r');
  const column = reference === undefined ? state.cell.column + 1 : columnOf(reference);
  state.cell = { column, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' };
}

/** Column of a reference such as `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const code = character.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function closeCell(state: RowState, workbook: Workbook): void {
  const { cell, cells } = state;
  if (cell.value === '' || cell.column < 0 || cell.column >= MOST_COLUMNS) return;
  const text = textOf(cell, workbook);
  if (text === '') return;
  if (text.length > LONGEST_CELL) throw new FileProblemError('too-large');
  state.padding += Math.max(0, cell.column - cells.length);
  if (state.padding > MOST_PADDING) throw new FileProblemError('too-large');
  while (cells.length < cell.column) cells.push('');
  cells[cell.column] = text;
}

const READ: Readonly<Record<string, (cell: Cell, workbook: Workbook) => string>> = {
  s: ({ value }, { strings }) => strings[Number.parseInt(value, 10)] ?? '',
  str: ({ value }) => unescapeCell(value),
  inlineStr: ({ value }) => unescapeCell(value),
  b: ({ value }) => (value === '1' || value === 'true' ? 'TRUE' : 'FALSE'),
  e: ({ value }) => value,
  d: ({ value }) => value.replace(/T00:00:00(?:\.0+)?Z?$/u, ''),
};

function textOf(cell: Cell, workbook: Workbook): string {
  const read = Object.hasOwn(READ, cell.type) ? READ[cell.type] : undefined;
  if (read !== undefined) return read(cell, workbook);
  const kind = workbook.dates[cell.style];
  const date = kind === undefined ? undefined : serialDate(Number(cell.value), kind, workbook.is1904);
  return date ?? numberText(cell.value);
}
