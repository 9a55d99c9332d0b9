import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Text files are in UTF-8. */
export const encoding: Check = readingCheck({
  id: 'workspace/encoding',
  about: 'Text files are in UTF-8.',
  why: 'A file in another encoding is read by a guess, and other tools may read other letters in it.',
  severity: 'warning',
  needs: ['text'],
});
