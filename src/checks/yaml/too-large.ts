import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** YAML files are not larger than 8 MB. */
export const tooLarge: Check = readingCheck({
  id: 'yaml/too-large',
  about: 'YAML files are not larger than 8 MB and have no more than 100,000 lines and list entries.',
  why: "No file written by people is; a file of that size would stop everybody else's work.",
  severity: 'error',
  needs: ['notes'],
});
