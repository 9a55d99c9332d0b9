import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A spreadsheet is in a format of today. */
export const oldFormat: Check = readingCheck({
  id: 'ingest/old-format',
  about: 'A spreadsheet is in a format of today.',
  why: 'The format of Excel before 2007 is not read; saving it as .xlsx loses nothing.',
  severity: 'error',
  needs: [],
});
