import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** No stage waits for a round that consults on that stage or a later one. */
export const cycle: Check = readingCheck({
  id: 'workspace/cycle',
  about: 'No stage waits for a round that consults on that stage or a later one.',
  why: 'Neither the stage nor the round could ever begin.',
  severity: 'error',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace(
      '- { id: zero, title: Zero draft, after: [first] }',
      '- { id: zero, title: Zero draft, after: [second] }',
    ),
    passing: EXAMPLE_PROCESS.replace(
      '- { id: zero, title: Zero draft, after: [first] }',
      '- { id: zero, title: Zero draft, after: [first] }',
    ),
  },
});
