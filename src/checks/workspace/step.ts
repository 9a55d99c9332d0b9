import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The steps of a shipped example hold. */
export const step: Check = readingCheck({
  id: 'workspace/step',
  about: 'The steps of a shipped example hold.',
  why: 'An example is replayed step by step; one that does not hold would give a history with holes.',
  severity: 'error',
  needs: [],
});
