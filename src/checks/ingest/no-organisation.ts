import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Each row of a comment matrix names its organisation. */
export const noOrganisation: Check = readingCheck({
  id: 'ingest/no-organisation',
  about: 'Each row of a comment matrix names its organisation.',
  why: 'Nobody could be told what became of comments whose author is not known.',
  severity: 'warning',
  needs: [],
});
