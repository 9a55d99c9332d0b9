import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../questionnaires.ts';
import { readingCheck } from '../reading-check.ts';

/** Attributes of questions are known, and have values they can have. */
export const attribute: Check = readingCheck({
  id: 'questionnaires/attribute',
  about: 'Attributes of questions are known, and have values they can have.',
  why: 'An attribute that is misspelt has no effect: a question meant to be required is not, and nobody notices.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire('## What gets in the way? {#q1}\n\n`type: opne` `kind: barrier`\n'),
    passing: exampleQuestionnaire('## What gets in the way? {#q1}\n\n`type: open` `kind: barrier`\n'),
  },
});
