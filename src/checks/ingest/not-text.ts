import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file that is ingested is text. */
export const notText: Check = readingCheck({
  id: 'ingest/not-text',
  about: 'A file that is ingested is text.',
  why: 'Only text can be read as a consultation note.',
  severity: 'error',
  needs: [],
});
