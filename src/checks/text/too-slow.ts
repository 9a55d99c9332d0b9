import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every file of the text can be read in reasonable time. */
export const tooSlow: Check = readingCheck({
  id: 'text/too-slow',
  about: 'Every file of the text can be read in reasonable time.',
  why: 'A file that takes longer holds constructs that no text needs; it is kept as it was typed, and the rest goes on.',
  severity: 'error',
  needs: ['text'],
});
