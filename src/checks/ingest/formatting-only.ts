import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Changes of the mere look of a returned Word file are counted. */
export const formattingOnly: Check = readingCheck({
  id: 'ingest/formatting-only',
  about: 'Changes of the mere look of a returned Word file are counted.',
  why: 'Nobody should search for an answer to them; they are left out, and that is said.',
  severity: 'info',
  needs: [],
});
