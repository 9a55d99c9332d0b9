import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every file of an earlier stage is found when a repository is adopted. */
export const fileNotFound: Check = readingCheck({
  id: 'stages/file-not-found',
  about: 'Every file of an earlier stage is found when a repository is adopted.',
  why: 'A file that moved is read from where it was, if the process says so.',
  severity: 'info',
  needs: ['stages'],
});
