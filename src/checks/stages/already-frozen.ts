import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage is frozen when its text differs from its last freeze. */
export const alreadyFrozen: Check = readingCheck({
  id: 'stages/already-frozen',
  about: 'A stage is frozen when its text differs from its last freeze.',
  why: 'The very same text is frozen already, so there is nothing to do.',
  severity: 'info',
  needs: ['stages'],
});
