import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage is frozen on a branch. */
export const detachedHead: Check = readingCheck({
  id: 'stages/detached-head',
  about: 'A stage is frozen on a branch.',
  why: 'Work that goes on from a commit that is on no branch is easily lost.',
  severity: 'warning',
  needs: ['stages'],
});
