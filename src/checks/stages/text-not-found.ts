import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The text of an earlier stage is found when a repository is adopted. */
export const textNotFound: Check = readingCheck({
  id: 'stages/text-not-found',
  about: 'The text of an earlier stage is found when a repository is adopted.',
  why: "A stage whose text is not found can't be read; the process can say where it was.",
  severity: 'warning',
  needs: ['stages'],
});
