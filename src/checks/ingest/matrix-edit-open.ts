import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** An answer that comes back changed keeps its record of edits. */
export const matrixEditOpen: Check = readingCheck({
  id: 'ingest/matrix-edit-open',
  about: 'An answer that comes back changed keeps its record of edits.',
  why: 'The fingerprint of a passage was that of an edit made for the answer as it was before; where other passages are concerned now, the edit is to be made and recorded again.',
  severity: 'info',
  needs: [],
});
