import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file that is ingested says its round, date, method and group. */
export const guessed: Check = readingCheck({
  id: 'ingest/guessed',
  about: 'A file that is ingested says its round, date, method and group.',
  why: 'Lists and coverage tables go by them; a guess has to be looked at.',
  severity: 'info',
  needs: [],
});
