import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The program git is installed. */
export const repositoryNoGit: Check = readingCheck({
  id: 'stages/repository-no-git',
  about: 'The program git is installed.',
  why: 'Stages are kept in git.',
  severity: 'error',
  needs: ['stages'],
});
