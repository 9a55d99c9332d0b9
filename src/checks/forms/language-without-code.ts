import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The languages of a form say their codes. */
export const languageWithoutCode: Check = readingCheck({
  id: 'forms/language-without-code',
  about: 'The languages of a form say their codes.',
  why: 'Programs go by the code: for the direction of writing, for their own words, and for what is read aloud.',
  severity: 'warning',
  needs: ['notes'],
});
