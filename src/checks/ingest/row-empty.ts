import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Each row of a spreadsheet says something. */
export const rowEmpty: Check = readingCheck({
  id: 'ingest/row-empty',
  about: 'Each row of a spreadsheet says something.',
  why: 'Rows without an answer or a comment give no input; somebody may have meant them to.',
  severity: 'info',
  needs: [],
});
