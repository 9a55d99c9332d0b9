import { type SheetColumn, writeXlsx } from '../files/xlsx-write.ts';
import type { Export } from '../model/contracts.ts';
import type { MatrixShape, MatrixSheet } from '../model/matrix.ts';
import { choicesOf, isEditable, matrixCells } from './matrix-cells.ts';

const LOCKED = 'This column is for reading: what is written into it is not taken back.';

/** The comments matrix as an Excel workbook: choices where there are any, what is for reading kept from changes. */
export const matrixXlsx: Export<MatrixSheet> = {
  id: 'matrix-xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  render: async (sheet) =>
    writeXlsx([
      { name: sheet.shape.sheet, rows: matrixCells(sheet), columns: columnsOf(sheet.shape), filter: true },
      { name: 'How to answer', rows: [['What', 'How'], ...sheet.guide], columns: [{ width: 24 }, { width: 100 }] },
    ]),
};

function columnsOf(shape: MatrixShape): readonly SheetColumn[] {
  return shape.columns.map((column) => {
    const choices = choicesOf(column, shape);
    const marked = isEditable(column);
    return {
      width: column.width,
      ...(column.hidden === true && { hidden: true }),
      ...(marked ? { marked } : { locked: LOCKED }),
      ...(choices !== undefined && { choices }),
    };
  });
}
