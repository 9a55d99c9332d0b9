import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Who leads on a new section is a member of the core group. */
export const unknownMember: Check = readingCheck({
  id: 'sections/unknown-member',
  about: 'Who leads on a new section is a member of the core group.',
  why: 'Whoever holds the pen for a section answers for its changes, so the name has to be one that the process knows.',
  severity: 'error',
  needs: [],
});
