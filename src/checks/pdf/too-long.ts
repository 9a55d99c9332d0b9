import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A document fits into a PDF. */
export const tooLong: Check = readingCheck({
  id: 'pdf/too-long',
  about: 'A document is not longer than a PDF can hold, which is about 1,500 pages.',
  why: 'The typesetter keeps every line in memory until the last page is done. What comes after is left out of the PDF; HTML and Markdown hold all of it.',
  severity: 'error',
  needs: ['text'],
});
