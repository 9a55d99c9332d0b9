import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** YAML files are not nested more than 64 levels deep. */
export const tooDeep: Check = readingCheck({
  id: 'yaml/too-deep',
  about: 'YAML files are not nested more than 64 levels deep.',
  why: 'No file written by people is; files made to exhaust a program are.',
  severity: 'error',
  needs: ['notes'],
});
