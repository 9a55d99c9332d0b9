import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** What was said stands in paragraphs, list items and rows of tables. */
export const passedOver: Check = readingCheck({
  id: 'inputs/passed-over',
  about: 'What was said stands in paragraphs, list items and rows of tables.',
  why: 'Quotes, code, pictures, rows of numbers or of a label alone stay in the note, but nobody answers them.',
  severity: 'info',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote(
      '## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n\n> Give us more time.\n',
    ),
    passing: exampleNote(
      '## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n- More time. #recommendation ^i2\n',
    ),
  },
});
