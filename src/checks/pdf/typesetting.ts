import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The typesetter can set every passage. */
export const typesetting: Check = readingCheck({
  id: 'pdf/typesetting',
  about: 'The typesetter can set every passage.',
  why: "Where it can't, no PDF can be made.",
  severity: 'error',
  needs: ['text'],
});
