import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A returned comments matrix leaves what was said as it was. */
export const matrixWords: Check = readingCheck({
  id: 'ingest/matrix-words',
  about: 'A returned comments matrix leaves what was said as it was.',
  why: 'What somebody said is not for those who answer to change; a transcription is corrected in the consultation note itself.',
  severity: 'warning',
  needs: [],
});
