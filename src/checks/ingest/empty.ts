import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file that is ingested has content. */
export const empty: Check = readingCheck({
  id: 'ingest/empty',
  about: 'A file that is ingested has content.',
  why: 'There is nothing in an empty file that could be answered.',
  severity: 'error',
  needs: [],
});
