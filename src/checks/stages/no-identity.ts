import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Git knows who freezes a stage. */
export const noIdentity: Check = readingCheck({
  id: 'stages/no-identity',
  about: 'Git knows who freezes a stage.',
  why: 'A frozen stage carries the name of who froze it.',
  severity: 'error',
  needs: ['stages'],
});
