import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The round of a consultation note is one the process declares. */
export const unknownRound: Check = readingCheck({
  id: 'notes/unknown-round',
  about: 'The round of a consultation note is one the process declares.',
  why: 'Lists and coverage tables go by round; a note with an undeclared one would be missing from them.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      round: 'frist',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
