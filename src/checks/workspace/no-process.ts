import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A workspace has a readable penholder.yaml. */
export const noProcess: Check = readingCheck({
  id: 'workspace/no-process',
  about: 'A workspace has a readable penholder.yaml.',
  why: 'It declares the process; a workspace is a folder with one.',
  severity: 'error',
  needs: [],
});
