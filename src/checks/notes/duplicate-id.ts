import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** No two consultation notes have the same identity. */
export const duplicateId: Check = readingCheck({
  id: 'notes/duplicate-id',
  about: 'No two consultation notes have the same identity.',
  why: 'Inputs and responses of the two could not be told apart.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      id: 'network',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      id: 'coalition',
    }),
    files: {
      'consultations/first/a-network.md': exampleNote('## Barriers\n\n- Nobody asks. #barrier ^i1\n', {
        id: 'network',
      }),
    },
  },
});
