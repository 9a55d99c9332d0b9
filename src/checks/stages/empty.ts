import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage has a text. */
export const empty: Check = readingCheck({
  id: 'stages/empty',
  about: 'A stage has a text.',
  why: 'Without a text there is nothing to freeze.',
  severity: 'error',
  needs: ['stages'],
});
