import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Dates of a file that is ingested can be read in one way only. */
export const unreadableDate: Check = readingCheck({
  id: 'ingest/unreadable-date',
  about: 'Dates of a file that is ingested can be read in one way only.',
  why: 'In 05/06/2020 either number may be the day.',
  severity: 'warning',
  needs: [],
});
