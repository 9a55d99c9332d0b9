import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A note lies in the folder of its round. */
export const roundFolder: Check = readingCheck({
  id: 'notes/round-folder',
  about: 'A note lies in the folder of its round.',
  why: 'What the note says counts, but people who look for it in the folder of its round will not find it.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      round: 'second',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
