import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every choice of a form has a list, and a name without spaces. */
export const choiceName: Check = readingCheck({
  id: 'forms/choice-name',
  about: 'Every choice of a form has a list, and a name without spaces.',
  why: 'Several answers are kept in one cell, set apart by spaces, each by the name of its choice.',
  severity: 'error',
  needs: ['notes'],
});
