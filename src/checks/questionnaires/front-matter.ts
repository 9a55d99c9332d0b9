import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A questionnaire says its group and round. */
export const frontMatter: Check = readingCheck({
  id: 'questionnaires/front-matter',
  about: 'A questionnaire says its group and round.',
  why: 'A questionnaire is found by group, round and language; without them no note can name it.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'questionnaires/civil-society-first.en.md',
    failing: '---\nround: first\nlanguage: en\n---\n\n## What gets in the way? {#q1}\n\n## What helps? {#q2}\n',
    passing:
      '---\ngroup: civil-society\nround: first\nlanguage: en\n---\n\n## What gets in the way? {#q1}\n\n## What helps? {#q2}\n',
  },
});
