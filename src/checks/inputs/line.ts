import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Each line of a file of inputs holds an input. */
export const line: Check = readingCheck({
  id: 'inputs/line',
  about: 'Each line of a file of inputs holds an input.',
  why: 'What stands in a broken line is neither listed nor answered.',
  severity: 'error',
  needs: ['notes'],
});
