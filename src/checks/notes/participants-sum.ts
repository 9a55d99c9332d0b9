import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The parts of the participants do not add up to more than all of them. */
export const participantsSum: Check = readingCheck({
  id: 'notes/participants-sum',
  about: 'The parts of the participants do not add up to more than all of them.',
  why: 'Coverage tables count participants; a wrong total makes them wrong.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      participants: '{ total: 4, age-bands: { 7-12: 3, 13-17: 3 } }',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      participants: '{ total: 6, age-bands: { 7-12: 3, 13-17: 3 } }',
    }),
  },
});
