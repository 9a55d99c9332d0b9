import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every response has an input, a decision and a reason. */
export const schema: Check = readingCheck({
  id: 'responses/schema',
  about: 'Every response has an input, a decision and a reason.',
  why: `A response that can't be read answers nobody.

The decisions follow the practice of comment dispositions (ISO, W3C, OASIS): accepted, accepted in part, noted, not accepted, out of scope, duplicate, deferred, withdrawn.`,
  severity: 'error',
  needs: ['notes', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: '- input: i1\n  decision: agreed\n  reason: The point is made in the introduction.\n',
    passing: '- input: i1\n  decision: accepted\n  reason: The point is made in the introduction.\n',
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
});
