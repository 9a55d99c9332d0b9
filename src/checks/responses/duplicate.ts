import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** No input has two responses. */
export const duplicate: Check = readingCheck({
  id: 'responses/duplicate',
  about: 'No input has two responses.',
  why: 'An input that is answered twice has no answer one could rely on: nobody can tell which of the two holds.',
  severity: 'error',
  needs: ['notes', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing:
      '- input: i1\n  decision: noted\n  reason: The point is made in the introduction.\n- input: i1\n  decision: accepted\n  reason: The point is made in the introduction.\n',
    passing:
      '- input: i1\n  decision: noted\n  reason: The point is made in the introduction.\n- input: i2\n  decision: accepted\n  reason: The point is made in the introduction.\n',
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
});
