import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every passage of a stage has an id when it is frozen. */
export const unstamped: Check = readingCheck({
  id: 'stages/unstamped',
  about: 'Every passage of a stage has an id when it is frozen.',
  why: 'Responses and change logs point at passages by their ids, and a frozen stage never changes.',
  severity: 'error',
  needs: ['stages'],
});
