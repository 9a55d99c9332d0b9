import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The risk assessment of a session came before the session. */
export const assessmentAfterDate: Check = readingCheck({
  id: 'notes/assessment-after-date',
  about: 'The risk assessment of a session came before the session.',
  why: `Risks are weighed before children are invited, or nobody is protected by it.

General Comment No. 12 of the Committee on the Rights of the Child, para. 134 (h): safe and sensitive to risk; the concept note for the consultations asks for a risk assessment of every session.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      date: '2022-09-14',
      safeguarding: '{ risk-assessment: 2022-09-20 }',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      date: '2022-09-21',
      safeguarding: '{ risk-assessment: 2022-09-20 }',
    }),
  },
});
