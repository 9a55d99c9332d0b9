import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Everything in the folders of a workspace can be read. */
export const unreadable: Check = readingCheck({
  id: 'workspace/unreadable',
  about: 'Every file and folder of the workspace can be read.',
  why: 'What can not be read appears nowhere, as if it were not there.',
  severity: 'error',
  needs: ['text', 'notes'],
});
