import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** No two inputs of a note have the same id. */
export const duplicateId: Check = readingCheck({
  id: 'inputs/duplicate-id',
  about: 'No two inputs of a note have the same id.',
  why: 'A response names its input by this id; with two of them nobody knows which was answered.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote(
      '## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n- Reports are never translated. #barrier ^i1\n',
    ),
    passing: exampleNote(
      '## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n- Reports are never translated. #barrier ^i2\n',
    ),
  },
});
