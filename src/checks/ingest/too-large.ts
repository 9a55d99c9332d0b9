import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file that is ingested is not larger than 16 MB. */
export const tooLarge: Check = readingCheck({
  id: 'ingest/too-large',
  about: 'A file that is ingested is not larger than 16 MB.',
  why: "A record of a consultation is far smaller; a file of this size would stop everybody else's work.",
  severity: 'error',
  needs: [],
});
