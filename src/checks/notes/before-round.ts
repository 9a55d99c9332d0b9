import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A consultation was held after its round began. */
export const beforeRound: Check = readingCheck({
  id: 'notes/before-round',
  about: 'A consultation was held after its round began.',
  why: 'A consultation before its round may belong to another one, and so to another stage of the text.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      date: '2022-03-14',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
