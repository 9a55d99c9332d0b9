import type { FileProblem } from './file-problem.ts';
import type { TableRow } from './table-row.ts';
import { sheetRows } from './xlsx-rows.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import type { ZipBounds } from './zip-directory.ts';
import { problemOf, readZip } from './zip-read.ts';

const MIB = 1024 * 1024;

/** Sheets are read piece by piece, so that they may be larger than what is read as a whole. */
const BOUNDS: Partial<ZipBounds> = { file: 128 * MIB, part: 512 * MIB, total: 1024 * MIB };

/** A sheet of a workbook. */
export interface XlsxSheet {
  readonly name: string;
  readonly hidden: boolean;
  /**
   * Its rows that say something, in order. Empty ones cost nothing, wherever the used range ends.
   *
   * @throws FileProblemError where the sheet can't be read on.
   */
  readonly rows: () => AsyncIterable<TableRow>;
}

/** A workbook, or why it can't be read. */
export type XlsxReading = { readonly sheets: readonly XlsxSheet[] } | { readonly problem: FileProblem };

/**
 * Opens an Excel workbook as a stranger's file.
 *
 * Cells come as the text a reader sees: shared and inline strings, numbers with 15 digits, dates by their style in ISO
 * form, `TRUE` and `FALSE`, errors as `#N/A`, formulas as the value they had when the file was saved.
 *
 * @param bytes The file.
 */
export function readXlsx(bytes: Uint8Array): XlsxReading {
  const reading = readZip(bytes, BOUNDS);
  if ('problem' in reading) return reading;
  try {
    const { archive } = reading;
    const workbook = readWorkbook(archive);
    const sheets = workbook.sheets.map(({ name, part, hidden }) => ({
      name,
      hidden,
      rows: () => sheetRows(archive.stream(part), workbook),
    }));
    return { sheets };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
