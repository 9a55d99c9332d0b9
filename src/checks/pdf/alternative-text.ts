import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every picture of the PDF has alternative text. */
export const alternativeText: Check = readingCheck({
  id: 'pdf/alternative-text',
  about: 'Every picture of the PDF has alternative text.',
  why: `Who can't see the picture is not told that it is there.

PDF/UA-1 (ISO 14289-1), 7.3: figures have alternative text.`,
  severity: 'warning',
  needs: ['text'],
});
