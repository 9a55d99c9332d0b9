import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file that is ingested is in UTF-8. */
export const encoding: Check = readingCheck({
  id: 'ingest/encoding',
  about: 'A file that is ingested is in UTF-8.',
  why: 'Another encoding is a guess; if it is wrong, accented letters come out as others.',
  severity: 'warning',
  needs: [],
});
