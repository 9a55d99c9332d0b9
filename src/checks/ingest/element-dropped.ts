import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** What was left out of an HTML submission said nothing. */
export const elementDropped: Check = readingCheck({
  id: 'ingest/element-dropped',
  about: 'What was left out of an HTML submission said nothing.',
  why: 'Elements that run, load or style something are left out; each is named, so that nothing is lost unnoticed.',
  severity: 'info',
  needs: [],
});
