import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No two files with the same content are ingested. */
export const sameContent: Check = readingCheck({
  id: 'ingest/same-content',
  about: 'No two files with the same content are ingested.',
  why: `It may be one file under two names, or a letter that several senders signed.

Recommendation 2021-1 of the Administrative Conference of the United States: near-identical submissions are grouped, and both totals shown.`,
  severity: 'warning',
  needs: [],
});
