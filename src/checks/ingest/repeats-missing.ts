import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A survey export holds its repeated groups. */
export const repeatsMissing: Check = readingCheck({
  id: 'ingest/repeats-missing',
  about: 'A survey export holds its repeated groups.',
  why: 'Survey programs leave repeated groups out of CSV files without a word.',
  severity: 'warning',
  needs: [],
});
