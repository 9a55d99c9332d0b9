import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_DIGEST, exampleClearance } from '../example-clearance.ts';
import { readingCheck } from '../reading-check.ts';

/** A clearance says who cleared what, when and at which level. */
export const schema: Check = readingCheck({
  id: 'clearances/schema',
  about: 'A clearance says who cleared what, when and at which level.',
  why: 'A sign-off that can not be read is none, and the stage is not agreed.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'clearances/zero.yaml',
    failing: exampleClearance('OHCHR', EXAMPLE_DIGEST).replace('principal', 'highest'),
    passing: exampleClearance('OHCHR', EXAMPLE_DIGEST),
  },
});
