import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A page that is ingested is not nested beyond reason. */
export const tooDeep: Check = readingCheck({
  id: 'ingest/too-deep',
  about: 'A page that is ingested is not nested beyond reason.',
  why: 'No page written by people is; pages made to exhaust a program are.',
  severity: 'error',
  needs: [],
});
