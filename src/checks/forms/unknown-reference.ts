import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** References of a form name questions that there are. */
export const unknownReference: Check = formCheck({
  id: 'forms/unknown-reference',
  about: 'References of a form name questions that there are.',
  why: 'Survey programs refuse the form, or take the answer for empty.',
  severity: 'error',
  examples: formExamples('## How many? {#q1}\n\n`type: number`\n\n## Sum {#q2}\n\n', [
    '`type: form` `form-type: calculate` `form-calculation: {{q3}} + 1`\n',
    '`type: form` `form-type: calculate` `form-calculation: {{q1}} + 1`\n',
  ]),
});
