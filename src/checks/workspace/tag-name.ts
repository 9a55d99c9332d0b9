import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The tag of a stage can be the name of a git tag. */
export const tagName: Check = readingCheck({
  id: 'workspace/tag-name',
  about: 'The tag of a stage can be the name of a git tag.',
  why: `Freezing the stage puts a tag of this name on a commit, and git refuses some names.

Source: git check-ref-format.`,
  severity: 'error',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace(
      '- { id: zero, title: Zero draft, after: [first] }',
      '- { id: zero, title: Zero draft, tag: "zero draft", after: [first] }',
    ),
    passing: EXAMPLE_PROCESS.replace(
      '- { id: zero, title: Zero draft, after: [first] }',
      '- { id: zero, title: Zero draft, tag: zero-draft, after: [first] }',
    ),
  },
});
