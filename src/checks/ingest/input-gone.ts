import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Inputs of a file are still in its new version. */
export const inputGone: Check = readingCheck({
  id: 'ingest/input-gone',
  about: 'Inputs of a file are still in its new version.',
  why: 'The note follows its file; the earlier version is in the history of the workspace.',
  severity: 'info',
  needs: [],
});
