import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** Survey programs know the type of every question. */
export const unknownType: Check = formCheck({
  id: 'forms/unknown-type',
  about: 'Survey programs know the type of every question.',
  why: 'A form with a type that no survey program knows is refused, or the question is left out without a word.',
  severity: 'error',
  examples: formExamples('## Where? {#q1}\n\n', [
    '`type: form` `form-type: selct_one`\n',
    '`type: form` `form-type: barcode`\n',
  ]),
});
