import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The repository has a commit. */
export const repositoryEmpty: Check = readingCheck({
  id: 'stages/repository-empty',
  about: 'The repository has a commit.',
  why: 'A stage is a tag on a commit; without a commit there are none.',
  severity: 'error',
  needs: ['stages'],
});
