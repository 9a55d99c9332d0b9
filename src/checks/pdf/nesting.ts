import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Nothing stands inside one another more deeply than a page can show. */
export const nesting: Check = readingCheck({
  id: 'pdf/nesting',
  about: 'Quotes, lists and formats are not nested more deeply than the PDF can show.',
  why: 'The typesetter refuses what is nested without end; the innermost levels are set without, and the words are all there.',
  severity: 'warning',
  needs: ['text'],
});
