import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Periods end after they begin. */
export const period: Check = readingCheck({
  id: 'workspace/period',
  about: 'Periods end after they begin.',
  why: 'Whether a round is open, and a contribution late, is worked out from its dates.',
  severity: 'error',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace('to: 2022-09-30', 'to: 2021-09-30'),
    passing: EXAMPLE_PROCESS.replace('to: 2022-09-30', 'to: 2022-09-30'),
  },
});
