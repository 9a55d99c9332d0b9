import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** Columns of a form are spelled as survey programs know them. */
export const unknownColumn: Check = formCheck({
  id: 'forms/unknown-column',
  about: 'Columns of a form are spelled as survey programs know them.',
  why: 'A column that is misspelled, such as `relevent`, is left out without a word, and what it asks for does not happen.',
  severity: 'warning',
  examples: formExamples('## Where? {#q1}\n\n', [
    '`type: open` `form-apearance: multiline`\n',
    '`type: open` `form-appearance: multiline`\n',
  ]),
});
