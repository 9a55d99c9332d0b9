import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No level of heading is skipped. */
export const headingLevel: Check = readingCheck({
  id: 'pdf/heading-level',
  about: 'No level of heading is skipped.',
  why: `People who move from heading to heading take a skipped level for missing text.

PDF/UA-1 (ISO 14289-1), 7.4.2: heading levels follow each other.`,
  severity: 'info',
  needs: ['text'],
});
