import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file given to `matrix import` is a comments matrix. */
export const noMatrix: Check = readingCheck({
  id: 'ingest/no-matrix',
  about: 'A file given to `matrix import` is a comments matrix.',
  why: 'Without the columns of one no answer can be told from another. New comments come in with `penholder ingest`.',
  severity: 'error',
  needs: [],
});
