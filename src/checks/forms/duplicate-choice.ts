import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No list of a form offers the same choice twice. */
export const duplicateChoice: Check = readingCheck({
  id: 'forms/duplicate-choice',
  about: 'No list of a form offers the same choice twice.',
  why: 'In the answers nobody can tell the two apart.',
  severity: 'error',
  needs: ['notes'],
});
