import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** What is to be frozen is committed. */
export const uncommitted: Check = readingCheck({
  id: 'stages/uncommitted',
  about: 'What is to be frozen is committed.',
  why: 'A stage is a commit; what is not committed would be missing from it.',
  severity: 'error',
  needs: ['stages'],
});
