import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage that is asked for is declared, or is known to git. */
export const unknown: Check = readingCheck({
  id: 'stages/unknown',
  about: 'A stage that is asked for is declared, or is known to git.',
  why: 'There is nothing to read under any other name.',
  severity: 'error',
  needs: ['stages'],
});
