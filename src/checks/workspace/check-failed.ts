import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every rule runs to its end. */
export const checkFailed: Check = readingCheck({
  id: 'workspace/check-failed',
  about: 'Every rule runs to its end.',
  why: 'A rule that stops before it is done is a fault of Penholder; what it would have found is not known, and all other rules run.',
  severity: 'error',
  needs: [],
});
