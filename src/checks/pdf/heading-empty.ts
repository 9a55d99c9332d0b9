import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every heading has words. */
export const headingEmpty: Check = readingCheck({
  id: 'pdf/heading-empty',
  about: 'Every heading has words.',
  why: 'A screen reader announces a heading and then says nothing.',
  severity: 'warning',
  needs: ['text'],
});
