import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No merge conflict is left in a file. */
export const mergeConflict: Check = readingCheck({
  id: 'workspace/merge-conflict',
  about: 'No merge conflict is left in a file.',
  why: 'Both versions of the conflict would be read as one text.',
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing:
      '---\ntitle: Introduction\n---\n\n<<<<<<< HEAD\nEvery child has rights.\n=======\nAll children have rights.\n>>>>>>> review\n',
    passing: '---\ntitle: Introduction\n---\n\nEvery child has rights. ^p-7k2m9qd\n',
  },
});
