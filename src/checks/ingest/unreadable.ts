import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file that is ingested can be read. */
export const unreadable: Check = readingCheck({
  id: 'ingest/unreadable',
  about: 'A file that is ingested can be read.',
  why: 'Damaged and protected files give nothing; the file itself stays untouched.',
  severity: 'error',
  needs: [],
});
