import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** An id stands on an input, not below a whole list. */
export const listId: Check = readingCheck({
  id: 'inputs/list-id',
  about: 'An id stands on an input, not below a whole list.',
  why: 'Each item of a list is an input of its own, and is answered under an id of its own.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## Barriers\n\n- Nobody asks. #barrier\n- Nobody answers. #barrier\n\n^i1\n'),
    passing: exampleNote('## Barriers\n\n- Nobody asks. #barrier ^i1\n- Nobody answers. #barrier ^i2\n'),
  },
});
