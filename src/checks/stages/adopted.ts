import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A repository is adopted once. */
export const adopted: Check = readingCheck({
  id: 'stages/adopted',
  about: 'A repository is adopted once.',
  why: 'Where there is a penholder.yaml already, nothing is overwritten; further stages are added to it by hand.',
  severity: 'error',
  needs: ['stages'],
});
