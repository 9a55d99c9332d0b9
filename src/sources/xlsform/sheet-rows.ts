import { readCsv } from '../../files/csv.ts';
import { type FileProblem, fileProblem } from '../../files/file-problem.ts';
import type { TableRow } from '../../files/table-row.ts';
import { readXlsx } from '../../files/xlsx-read.ts';
import { isOle2, problemOf } from '../../files/zip-read.ts';

/** A sheet as read: its rows that say something. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** The sheets of a form, or why it can't be read. */
export type SheetsReading = { readonly sheets: readonly ReadSheet[] } | { readonly problem: FileProblem };

/** More rows than any form has; a data export given by mistake ends here. */
const MOST_ROWS = 20_000;

/**
 * Reads all sheets of a form.
 *
 * @param bytes An .xlsx workbook, or a .csv file in which the first column names the sheet.
 * @param name Name of the file.
 */
export async function readSheets(bytes: Uint8Array, name: string): Promise<SheetsReading> {
  if (isOle2(bytes)) return { problem: fileProblem('ole2') };
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return await workbookSheets(bytes);
    if (!/\.(?:csv|tsv|txt)$/iu.test(name)) return { problem: fileProblem('not-zip') };
    return { sheets: await csvSheets(bytes) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

async function workbookSheets(bytes: Uint8Array): Promise<SheetsReading> {
  const reading = readXlsx(bytes);
  if ('problem' in reading) return reading;
  const sheets: ReadSheet[] = [];
  for (const sheet of reading.sheets) {
    const rows = await upTo(sheet.rows());
    if (rows === undefined) return { problem: fileProblem('too-large') };
    sheets.push({ name: sheet.name, rows });
  }
  return { sheets };
}

async function upTo(rows: AsyncIterable<TableRow>): Promise<readonly TableRow[] | undefined> {
  const read: TableRow[] = [];
  for await (const row of rows) {
    if (read.push(row) > MOST_ROWS) return undefined;
  }
  return read;
}

/** A row that names a sheet in its first cell begins that sheet; the others leave that cell empty. */
async function csvSheets(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const sheets: { name: string; rows: TableRow[] }[] = [];
  for await (const { row, cells } of readCsv(bytes)) {
    const [name = '', ...rest] = cells;
    if (name.trim() !== '') sheets.push({ name: name.trim(), rows: [] });
    if (rest.some((cell) => cell.trim() !== '')) sheets.at(-1)?.rows.push({ row, cells: rest });
  }
  return sheets;
}
