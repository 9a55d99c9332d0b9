import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage that is asked for is frozen. */
export const notFrozen: Check = readingCheck({
  id: 'stages/not-frozen',
  about: 'A stage that is asked for is frozen.',
  why: 'A stage is read from its tag, so that it never changes.',
  severity: 'error',
  needs: ['stages'],
});
