import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The last stage has no open brackets and no alternatives. */
export const openBracket: Check = readingCheck({
  id: 'stages/open-bracket',
  about: 'The last stage has no open brackets and no alternatives.',
  why: "What is not agreed can't be in the last stage.",
  severity: 'error',
  needs: ['stages'],
});
