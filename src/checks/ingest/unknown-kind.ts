import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file that is ingested is of a kind that can be read. */
export const unknownKind: Check = readingCheck({
  id: 'ingest/unknown-kind',
  about: 'A file that is ingested is of a kind that can be read.',
  why: 'Nothing was read from it; the file itself is untouched.',
  severity: 'error',
  needs: [],
});
