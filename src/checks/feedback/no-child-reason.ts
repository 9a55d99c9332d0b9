import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A letter to children gives reasons in words that a person wrote for them. */
export const noChildReason: Check = readingCheck({
  id: 'feedback/no-child-reason',
  about: 'A letter to children gives reasons in words that a person wrote for them.',
  why: `Found while letters are made with "penholder report feedback". Feedback that children cannot read is none; the reason written for adults never stands in its place.

General Comment 12 of the Committee on the Rights of the Child asks for feedback that is child-friendly (paragraph 45).`,
  severity: 'warning',
  needs: [],
});
