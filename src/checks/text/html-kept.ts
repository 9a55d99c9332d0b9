import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** HTML in the text can be converted. */
export const htmlKept: Check = readingCheck({
  id: 'text/html-kept',
  about: 'HTML in the text can be converted.',
  why: "What can't be converted is kept as the text it is, with its tags.",
  severity: 'warning',
  needs: ['text'],
});
