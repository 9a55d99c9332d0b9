import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No two questions of a questionnaire have the same id. */
export const duplicateId: Check = readingCheck({
  id: 'questionnaires/duplicate-id',
  about: 'No two questions of a questionnaire have the same id.',
  why: 'Inputs name the question they answer by its id, in every language.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'questionnaires/civil-society-first.en.md',
    failing:
      '---\ngroup: civil-society\nround: first\nlanguage: en\n---\n\n## What gets in the way? {#q1}\n\n## What helps? {#q1}\n',
    passing:
      '---\ngroup: civil-society\nround: first\nlanguage: en\n---\n\n## What gets in the way? {#q1}\n\n## What helps? {#q2}\n',
  },
});
