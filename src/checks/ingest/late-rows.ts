import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Respondents answered while the round was open. */
export const lateRows: Check = readingCheck({
  id: 'ingest/late-rows',
  about: 'Respondents answered while the round was open.',
  why: 'Late inputs are answered like all others; the drafters may want to know.',
  severity: 'info',
  needs: [],
});
