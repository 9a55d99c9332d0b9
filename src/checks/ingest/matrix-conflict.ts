import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No answer in a returned comments matrix contradicts another one. */
export const matrixConflict: Check = readingCheck({
  id: 'ingest/matrix-conflict',
  about: 'No answer in a returned comments matrix contradicts another one.',
  why: 'An answer that was changed in the workspace since the export, or that two rows give differently, is shown with both and overwritten by neither.',
  severity: 'error',
  needs: [],
});
