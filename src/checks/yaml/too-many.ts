import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A YAML file has not more findings than anybody reads. */
export const tooMany: Check = readingCheck({
  id: 'yaml/too-many',
  about: 'A YAML file has at most 1,000 findings.',
  why: 'What comes after them is not listed, so that a file made to exhaust a program does not.',
  severity: 'warning',
  needs: ['notes'],
});
