import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Beside every file of responses lies its consultation note. */
export const noNote: Check = readingCheck({
  id: 'responses/no-note',
  about: 'Beside every file of responses lies its consultation note.',
  why: 'Nobody could see what was answered.',
  severity: 'error',
  needs: ['notes', 'trace'],
  examples: {
    file: 'consultations/first/colaition.responses.yaml',
    failing: '- input: i1\n  decision: noted\n  reason: The point is made in the introduction.\n',
    passing: '',
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
});
