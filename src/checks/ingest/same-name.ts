import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file with the name of one that was ingested is its new version. */
export const sameName: Check = readingCheck({
  id: 'ingest/same-name',
  about: 'A file with the name of one that was ingested is its new version.',
  why: 'A new version updates its note; another document under the same name becomes a note of its own.',
  severity: 'warning',
  needs: [],
});
