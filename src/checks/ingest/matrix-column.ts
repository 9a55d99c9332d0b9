import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every column of a returned comments matrix is one that answers have. */
export const matrixColumn: Check = readingCheck({
  id: 'ingest/matrix-column',
  about: 'Every column of a returned comments matrix is one that answers have.',
  why: 'What stands in a column that nobody reads is lost without anybody noticing.',
  severity: 'warning',
  needs: [],
});
