import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** Every question of a form has a name that XML takes. */
export const name: Check = formCheck({
  id: 'forms/name',
  about: 'Every question of a form has a name that XML takes.',
  why: 'Answers are kept under the name of the question, and conditions refer to it.',
  severity: 'error',
  examples: formExamples('## Where? {#q1}\n\n', [
    '`type: open` `form-name: my question`\n',
    '`type: open` `form-name: my_question`\n',
  ]),
});
