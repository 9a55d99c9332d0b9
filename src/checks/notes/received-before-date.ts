import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A note was received after its consultation. */
export const receivedBeforeDate: Check = readingCheck({
  id: 'notes/received-before-date',
  about: 'A note was received after its consultation.',
  why: 'One of the two dates must be wrong, and deadlines are worked out from them.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      received: '2022-09-01',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      received: '2022-09-20',
    }),
  },
});
