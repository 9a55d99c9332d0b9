import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The level of a consultation note is one the process declares. */
export const unknownLevel: Check = readingCheck({
  id: 'notes/unknown-level',
  about: 'The level of a consultation note is one the process declares.',
  why: 'Lists and coverage tables go by level; a note with an undeclared one would be missing from them.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      level: 'regionel',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
