import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Each sheet of a workbook is read. */
export const sheetPassedOver: Check = readingCheck({
  id: 'ingest/sheet-passed-over',
  about: 'Each sheet of a workbook is read.',
  why: 'What stands in a sheet that is passed over is not among the inputs.',
  severity: 'warning',
  needs: [],
});
