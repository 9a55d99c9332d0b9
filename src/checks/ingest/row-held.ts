import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No row of a spreadsheet says who somebody is. */
export const rowHeld: Check = readingCheck({
  id: 'ingest/row-held',
  about: 'No row of a spreadsheet says who somebody is.',
  why: 'What identifies a person must not enter a file under git, whose history keeps it for good; the row is held back and the rest taken in.',
  severity: 'error',
  needs: [],
});
