import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Dates of a consultation note are days that exist. */
export const impossibleDate: Check = readingCheck({
  id: 'notes/impossible-date',
  about: 'Dates of a consultation note are days that exist.',
  why: 'Rounds, lateness and retention are worked out from dates.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      date: '2022-09-31',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
