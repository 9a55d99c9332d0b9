import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every footnote mark has its text. */
export const footnoteMissing: Check = readingCheck({
  id: 'pdf/footnote-missing',
  about: 'Every footnote mark has its text.',
  why: 'A reader would look for a note that is not there.',
  severity: 'warning',
  needs: ['text'],
});
