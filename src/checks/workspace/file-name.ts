import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Names of files are text, without backslashes. */
export const fileName: Check = readingCheck({
  id: 'workspace/file-name',
  about: 'Names of files and folders are UTF-8 without backslashes.',
  why: 'Such a name means different things on different systems, so the file is not read anywhere.',
  severity: 'error',
  needs: ['text', 'notes'],
});
