import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** What is asked or chosen in a form has words. */
export const emptyLabel: Check = readingCheck({
  id: 'forms/empty-label',
  about: 'What is asked or chosen in a form has words.',
  why: 'Whoever answers sees an empty question, or a code.',
  severity: 'warning',
  needs: ['notes'],
});
