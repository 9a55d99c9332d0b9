import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage is frozen once. */
export const frozenAgain: Check = readingCheck({
  id: 'stages/frozen-again',
  about: 'A stage is frozen once.',
  why: 'A finished stage never changes; freezing it again makes a second one beside it.',
  severity: 'info',
  needs: ['stages'],
});
