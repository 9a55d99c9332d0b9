import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Each remark of a reviewer is placed at the passage it is about. */
export const unsurePlace: Check = readingCheck({
  id: 'ingest/unsure-place',
  about: 'Each remark of a reviewer is placed at the passage it is about.',
  why: 'A comment that floats is answered nowhere; guesses are listed, and a person decides.',
  severity: 'warning',
  needs: [],
});
