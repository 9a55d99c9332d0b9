import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** No two stages have the same git tag. */
export const duplicateTag: Check = readingCheck({
  id: 'workspace/duplicate-tag',
  about: 'No two stages have the same git tag.',
  why: 'A tag names one commit; the two stages could not both be frozen.',
  severity: 'error',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace(
      '- { id: second, title: Second draft, after: [second] }',
      '- { id: second, title: Second draft, tag: zero-draft, after: [second] }',
    ),
    passing: EXAMPLE_PROCESS.replace(
      '- { id: second, title: Second draft, after: [second] }',
      '- { id: second, title: Second draft, tag: second-draft, after: [second] }',
    ),
  },
});
