import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_FILE, exampleQuestionnaire } from '../questionnaires.ts';
import { readingCheck } from '../reading-check.ts';

/** Quotes with a marker say whom they are for. */
export const quote: Check = readingCheck({
  id: 'questionnaires/quote',
  about: 'A quote that begins with `[!…]` is for the facilitator, a probe or an activity.',
  why: 'What only a facilitator may read must not be printed on a form; a misspelt marker would do that.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire('## What gets in the way? {#q1}\n\n> [!facilitater]\n> Give time.\n'),
    passing: exampleQuestionnaire('## What gets in the way? {#q1}\n\n> [!facilitator]\n> Give time.\n'),
  },
});
