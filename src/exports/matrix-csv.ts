import { writeCsv } from '../files/csv-write.ts';
import type { Export } from '../model/contracts.ts';
import type { MatrixSheet } from '../model/matrix.ts';
import { matrixCells } from './matrix-cells.ts';

/** The comments matrix as comma-separated values. */
export const matrixCsv: Export<MatrixSheet> = {
  id: 'matrix-csv',
  extension: 'csv',
  mediaType: 'text/csv',
  render: async (sheet) => writeCsv(matrixCells(sheet)),
};
