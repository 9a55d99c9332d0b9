import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A response is only replaced by one that was made from it. */
export const changedMeanwhile: Check = readingCheck({
  id: 'responses/changed-meanwhile',
  about: 'A response is only replaced by one that was made from it.',
  why: 'Answers are given by several people, in the workspace and in spreadsheets. Where one was changed in between, nobody’s words are written over without a person having seen both.',
  severity: 'error',
  needs: [],
});
