import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** No calculation of a form depends on itself. */
export const circular: Check = formCheck({
  id: 'forms/circular',
  about: 'No calculation of a form depends on itself.',
  why: 'No survey program can work it out; most refuse the form.',
  severity: 'error',
  examples: formExamples(
    '## Sum {#q1}\n\n',
    [
      '`type: form` `form-type: calculate` `form-calculation: {{q2}} + 1`\n',
      '`type: form` `form-type: calculate` `form-calculation: 2 + 1`\n',
    ],
    '\n## More {#q2}\n\n`type: form` `form-type: calculate` `form-calculation: {{q1}} + 1`\n',
  ),
});
