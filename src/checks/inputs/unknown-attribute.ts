import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The attributes of an input, and their values, are known. */
export const unknownAttribute: Check = readingCheck({
  id: 'inputs/unknown-attribute',
  about: 'The attributes of an input, and their values, are known.',
  why: 'A restriction that is misspelt would protect nobody.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## Barriers\n\n- Nobody asks. #barrier {qoute="no"} ^i1\n'),
    passing: exampleNote('## Barriers\n\n- Nobody asks. #barrier {quote="no"} ^i1\n'),
  },
});
