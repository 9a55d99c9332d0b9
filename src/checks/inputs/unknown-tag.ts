import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every tag of an input is a kind or a code of the process. */
export const unknownTag: Check = readingCheck({
  id: 'inputs/unknown-tag',
  about: 'Every tag of an input is a kind or a code of the process.',
  why: 'A tag that is not known counts for nothing in lists and coverage tables; it stays in the text as words.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## Barriers\n\n- Nobody asks. #barrier #pillar/developement ^i1\n'),
    passing: exampleNote('## Barriers\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
