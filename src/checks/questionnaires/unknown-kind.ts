import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The kind that a question gives its inputs is one of the kinds there are. */
export const unknownKind: Check = readingCheck({
  id: 'questionnaires/unknown-kind',
  about: 'The kind that a question gives its inputs is one of the kinds there are.',
  why: 'Inputs under the question would have no kind, and be missing from every list by kind.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'questionnaires/civil-society-first.en.md',
    failing:
      '---\ngroup: civil-society\nround: first\nlanguage: en\n---\n\n## What gets in the way? {#q1}\n\n`kind: barier`\n',
    passing:
      '---\ngroup: civil-society\nround: first\nlanguage: en\n---\n\n## What gets in the way? {#q1}\n\n`kind: barrier`\n',
  },
});
