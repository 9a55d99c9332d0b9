import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The workspace is in a git repository. */
export const repositoryNone: Check = readingCheck({
  id: 'stages/repository-none',
  about: 'The workspace is in a git repository.',
  why: 'A stage is a tag in git; outside a repository there are none.',
  severity: 'error',
  needs: ['stages'],
});
