import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Files of the text are in git itself. */
export const lfsPointer: Check = readingCheck({
  id: 'workspace/lfs-pointer',
  about: 'Files of the text are in git itself.',
  why: 'Stages are read from git alone; what lies in Git LFS is missing from every stage.',
  severity: 'error',
  needs: ['text'],
});
