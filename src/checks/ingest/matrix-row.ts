import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every row of a returned comments matrix can be taken. */
export const matrixRow: Check = readingCheck({
  id: 'ingest/matrix-row',
  about: 'Every row of a returned comments matrix can be taken.',
  why: 'A row that names no input, or whose decision or date cannot be read, leaves its input unanswered. A row is taken as a whole or not at all, so that no decision stands without its reason.',
  severity: 'error',
  needs: [],
});
