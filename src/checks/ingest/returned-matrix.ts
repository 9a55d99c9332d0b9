import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** What is ingested is no comments matrix that was exported. */
export const returnedMatrix: Check = readingCheck({
  id: 'ingest/returned-matrix',
  about: 'What is ingested is no comments matrix that was exported.',
  why: 'A matrix that comes back holds answers to what stands in the workspace already. They are taken in with `penholder matrix import`.',
  severity: 'error',
  needs: [],
});
