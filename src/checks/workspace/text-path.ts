import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The text lies in the workspace. */
export const textPath: Check = readingCheck({
  id: 'workspace/text-path',
  about: 'The text lies in the workspace.',
  why: "A path that leads out of the workspace, or into a folder with another use, can't hold the text.",
  severity: 'error',
  needs: [],
  examples: {
    file: 'penholder.yaml',
    failing: EXAMPLE_PROCESS.replace('language: en', 'language: en\ntext: ../drafts'),
    passing: EXAMPLE_PROCESS.replace('language: en', 'language: en\ntext: drafts'),
  },
});
