import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n';

/** A consolidated reply names notes that exist. */
export const unknownNote: Check = readingCheck({
  id: 'notes/unknown-note',
  about: 'A consolidated reply names notes that exist.',
  why: "The consolidated reply of a body outranks its staff's comments; where it names no note, they stand beside it as if nobody had consolidated them.",
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote(BODY, { consolidates: '[first/staf]' }),
    passing: exampleNote(BODY, { consolidates: '[first/staff]' }),
    files: { 'consultations/first/staff.md': exampleNote(BODY) },
  },
});
