import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_DIGEST, exampleClearance } from '../example-clearance.ts';
import { readingCheck } from '../reading-check.ts';

/** The list of files that was cleared is there and unaltered. */
export const list: Check = readingCheck({
  id: 'clearances/list',
  about: 'The list of files that was cleared is there, and is the one whose digest was signed off.',
  why: 'A clearance is worth as much as it is certain what was cleared.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'clearances/zero.yaml',
    failing: exampleClearance('OHCHR', EXAMPLE_DIGEST.replace(/^./u, '0')),
    passing: exampleClearance('OHCHR', EXAMPLE_DIGEST),
  },
});
