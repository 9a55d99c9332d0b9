import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The repository belongs to whoever runs Penholder. */
export const repositoryUnsafe: Check = readingCheck({
  id: 'stages/repository-unsafe',
  about: 'The repository belongs to whoever runs Penholder.',
  why: `Git refuses a repository of another user, because its settings could run programs in your name.

See \`safe.directory\` in git-config(1).`,
  severity: 'error',
  needs: ['stages'],
});
