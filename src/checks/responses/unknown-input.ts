import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every response answers an input that is there. */
export const unknownInput: Check = readingCheck({
  id: 'responses/unknown-input',
  about: 'Every response answers an input that is there.',
  why: `A response without its input is an answer nobody gets, and the input it was meant for stands unanswered.

Influence, the last of the four elements of the Lundy model of participation, is a response that reaches the one who spoke.`,
  severity: 'error',
  needs: ['notes', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: '- input: i7\n  decision: noted\n  reason: The point is made in the introduction.\n',
    passing: '- input: i1\n  decision: noted\n  reason: The point is made in the introduction.\n',
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
});
