import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Languages of a consultation note are language tags. */
export const language: Check = readingCheck({
  id: 'notes/language',
  about: 'Languages of a consultation note are language tags.',
  why: `Outputs choose fonts and writing direction by the language.

BCP 47: tags such as en, fr, ar or zh-Hans.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      languages: '[English (UK)]',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
