import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No column of a form stands twice. */
export const duplicateColumn: Check = readingCheck({
  id: 'forms/duplicate-column',
  about: 'No column of a form stands twice.',
  why: 'Survey programs take one of the two, and which one depends on the program.',
  severity: 'error',
  needs: ['notes'],
});
