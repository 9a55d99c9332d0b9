import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A new workspace is made where there is none. */
export const exists: Check = readingCheck({
  id: 'workspace/exists',
  about: 'A new workspace is made where there is none.',
  why: 'Nothing that exists is ever overwritten.',
  severity: 'error',
  needs: [],
});
