import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A stage of an adopted repository has its tag. */
export const noTag: Check = readingCheck({
  id: 'stages/no-tag',
  about: 'A stage of an adopted repository has its tag.',
  why: 'A stage is read from its tag; without one there is nothing to read.',
  severity: 'error',
  needs: ['stages'],
});
