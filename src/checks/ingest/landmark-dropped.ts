import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** What was left out around the text of an HTML submission belongs to its site. */
export const landmarkDropped: Check = readingCheck({
  id: 'ingest/landmark-dropped',
  about: 'What was left out around the text of an HTML submission belongs to its site.',
  why: 'Navigation, banners and footers stand on every page of a site and would become inputs that nobody said; each is named, so that nothing is lost unnoticed.',
  severity: 'info',
  needs: [],
});
