import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A survey form can be read. */
export const unreadable: Check = readingCheck({
  id: 'forms/unreadable',
  about: 'A survey form can be read.',
  why: 'Of a form that cannot be read no question is taken over.',
  severity: 'error',
  needs: ['notes'],
});
