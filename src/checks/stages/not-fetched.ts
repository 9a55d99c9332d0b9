import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The contents of frozen stages are in the clone. */
export const notFetched: Check = readingCheck({
  id: 'stages/not-fetched',
  about: 'The contents of all stages are in this clone.',
  why: 'A stage is read from git alone; what a partial clone left on the server is missing from it.',
  severity: 'error',
  needs: ['stages'],
});
