import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** What somebody wrote into a held note is not lost when a corrected file comes. */
export const setAside: Check = readingCheck({
  id: 'ingest/set-aside',
  about: 'No corrected file takes the place of a held note that somebody had edited.',
  why: 'What was mended by hand in the held note may not be in the file; it is kept aside, for somebody to compare.',
  severity: 'warning',
  needs: [],
});
