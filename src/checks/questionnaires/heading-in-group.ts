import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../questionnaires.ts';
import { readingCheck } from '../reading-check.ts';

const BODY = '## Each meeting {#m}\n\n`type: group` `repeat: yes`\n\n';

/** Headings inside a group of questions are questions. */
export const headingInGroup: Check = readingCheck({
  id: 'questionnaires/heading-in-group',
  about: 'Headings inside a group of questions are questions.',
  why: 'A heading without an id ends the group; the questions below it would be asked once, outside the group.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire(`${BODY}### Who came?\n\n### What was said? {#m2}\n`),
    passing: exampleQuestionnaire(`${BODY}### Who came? {#m1}\n\n### What was said? {#m2}\n`),
  },
});
