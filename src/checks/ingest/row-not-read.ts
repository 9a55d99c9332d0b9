import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Each row of a spreadsheet can be read. */
export const rowNotRead: Check = readingCheck({
  id: 'ingest/row-not-read',
  about: 'Each row of a spreadsheet can be read.',
  why: 'What can not be read is told, so that nothing is lost unnoticed.',
  severity: 'error',
  needs: [],
});
