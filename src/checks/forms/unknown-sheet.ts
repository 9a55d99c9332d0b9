import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The sheets of a form have the names survey programs know. */
export const unknownSheet: Check = readingCheck({
  id: 'forms/unknown-sheet',
  about: 'The sheets of a form have the names survey programs know.',
  why: 'A sheet of another name is left out without a word.',
  severity: 'warning',
  needs: ['notes'],
});
