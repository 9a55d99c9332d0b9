import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The PDF was certified as PDF/UA-1. */
export const notChecked: Check = readingCheck({
  id: 'pdf/not-checked',
  about: 'The PDF was certified as PDF/UA-1.',
  why: 'Some public bodies only take documents that conform to PDF/UA.',
  severity: 'warning',
  needs: ['text'],
});
