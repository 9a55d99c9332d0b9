import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The file penholder.yaml has the keys and values that a process has. */
export const process: Check = readingCheck({
  id: 'workspace/process',
  about: 'The file penholder.yaml has the keys and values that a process has.',
  why: `Everything else is read by the light of the process; where it does not hold, nothing can be compiled.

Its schema is published as JSON Schema, so that editors complete and check it while you write.`,
  severity: 'error',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace('title: Guidance note', 'titel: Guidance note'),
    passing: EXAMPLE_PROCESS,
  },
});
