import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A consultation note says how the consultation was held. */
export const missingMethod: Check = readingCheck({
  id: 'notes/missing-method',
  about: 'A consultation note says how the consultation was held.',
  why: 'Without round, date, method and group nobody can say whose voice a note is, nor count it.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: EXAMPLE_NOTE.replace(/^method: .*\n/mu, ''),
    passing: EXAMPLE_NOTE,
  },
});
