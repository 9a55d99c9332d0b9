import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage is frozen when the core group has cleared it. */
export const notCleared: Check = readingCheck({
  id: 'stages/not-cleared',
  about: 'A stage is frozen when the whole core group has cleared its very text, or kept silence until the deadline.',
  why: `A text goes out in the name of all members of the core group; what one of them has not seen is not agreed.

It holds where the process says \`clearance: required\`, where a stage names the level of its clearance, and once clearances are recorded.`,
  severity: 'error',
  needs: ['stages'],
});
