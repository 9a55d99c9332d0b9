import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The penholder.yaml that a stage was frozen with still holds. */
export const oldProcess: Check = readingCheck({
  id: 'stages/old-process',
  about: 'The penholder.yaml that a stage was frozen with still holds.',
  why: 'Where it does not, the one in the folder is used for the stage, and numbering or style may differ from what was printed then.',
  severity: 'info',
  needs: ['stages'],
});
