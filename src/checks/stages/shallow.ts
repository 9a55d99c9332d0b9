import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage is frozen in a whole clone. */
export const shallow: Check = readingCheck({
  id: 'stages/shallow',
  about: 'A stage is frozen in a whole clone.',
  why: 'Earlier freezes may be missing from a shallow one, and the tag could get a name that is taken elsewhere.',
  severity: 'warning',
  needs: ['stages'],
});
