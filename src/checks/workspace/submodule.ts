import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The text does not lie in a git submodule. */
export const submodule: Check = readingCheck({
  id: 'workspace/submodule',
  about: 'The text does not lie in a git submodule.',
  why: 'A stage is read from one repository, so that it stays what it was.',
  severity: 'info',
  needs: ['text'],
});
