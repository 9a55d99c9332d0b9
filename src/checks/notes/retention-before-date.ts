import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A note is kept until a day after its consultation. */
export const retentionBeforeDate: Check = readingCheck({
  id: 'notes/retention-before-date',
  about: 'A note is kept until a day after its consultation.',
  why: 'One of the two dates must be wrong, and the note would be due for deletion before it was made.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      'retain-until': '2021-12-31',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      'retain-until': '2024-12-31',
    }),
  },
});
