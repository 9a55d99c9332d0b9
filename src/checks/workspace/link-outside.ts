import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No link of the workspace leads out of it. */
export const linkOutside: Check = readingCheck({
  id: 'workspace/link-outside',
  about: 'No link of the workspace leads out of it.',
  why: 'A text from a stranger could make any file of this machine part of an output.',
  severity: 'warning',
  needs: ['text'],
});
