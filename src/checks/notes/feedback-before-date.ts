import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Feedback is promised for a day after the session. */
export const feedbackBeforeDate: Check = readingCheck({
  id: 'notes/feedback-before-date',
  about: 'Feedback is promised for a day after the session.',
  why: `One of the two dates must be wrong, and deadlines are worked out from them.

General Comment No. 12, para. 45: children are told how their views were considered, and when.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      safeguarding: '{ feedback-by: 2022-06-15 }',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      safeguarding: '{ feedback-by: 2022-12-15 }',
    }),
  },
});
