import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A letter to a contributor can give the reasons for its answers. */
export const reasonWithheld: Check = readingCheck({
  id: 'feedback/reason-withheld',
  about: 'A letter to a contributor can give the reasons for its answers.',
  why: 'Found while letters are made with "penholder report feedback". A reason that names another contributor, or that was given to an input of a narrower circle, is left out of the letter; an answer without a reason is half an answer.',
  severity: 'warning',
  needs: [],
});
