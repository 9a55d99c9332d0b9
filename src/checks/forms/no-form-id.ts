import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A form has an id. */
export const noFormId: Check = readingCheck({
  id: 'forms/no-form-id',
  about: 'A form has an id.',
  why: 'Survey programs make one up from the name of the file: rename the file, and the answers go to another form.',
  severity: 'warning',
  needs: ['notes'],
});
