import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A consultation note came in while its round was open. */
export const late: Check = readingCheck({
  id: 'notes/late',
  about: 'A consultation note came in while its round was open.',
  why: 'Late inputs are answered like all others, but whoever drafts may want to know that they were not there when a stage was written.',
  severity: 'info',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      received: '2022-10-12',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      received: '2022-09-20',
    }),
  },
});
