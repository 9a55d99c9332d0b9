import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** What a form says in one language it says in all. */
export const missingTranslation: Check = readingCheck({
  id: 'forms/missing-translation',
  about: 'What a form says in one language it says in all.',
  why: 'Whoever answers in another language sees a dash, or a language they may not read.',
  severity: 'warning',
  needs: ['notes'],
});
