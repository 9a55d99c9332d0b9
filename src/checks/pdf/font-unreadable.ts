import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Fonts that the process names can be read. */
export const fontUnreadable: Check = readingCheck({
  id: 'pdf/font-unreadable',
  about: 'Fonts that the process names can be read.',
  why: 'Characters that only this font has are replaced.',
  severity: 'warning',
  needs: ['text'],
});
