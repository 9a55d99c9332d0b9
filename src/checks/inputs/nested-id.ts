import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** An id stands on the first paragraph of its input. */
export const nestedId: Check = readingCheck({
  id: 'inputs/nested-id',
  about: 'An id stands on the first paragraph of its input.',
  why: 'Only the whole input can be answered; a nested item is part of it.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## Barriers\n\n- Nobody asks. #barrier ^i1\n  - And nobody answers. ^i2\n'),
    passing: exampleNote('## Barriers\n\n- Nobody asks. #barrier ^i1\n  - And nobody answers.\n'),
  },
});
