import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file with the name of a text holds text. */
export const notText: Check = readingCheck({
  id: 'workspace/not-text',
  about: 'A file with the name of a text holds text.',
  why: "Binary data can't be read, so nothing of it appears anywhere.",
  severity: 'error',
  needs: ['text'],
});
