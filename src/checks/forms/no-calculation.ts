import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** What is calculated says how. */
export const noCalculation: Check = formCheck({
  id: 'forms/no-calculation',
  about: 'What is calculated says how.',
  why: 'A calculation without an expression is always empty, and what depends on it goes wrong in silence.',
  severity: 'error',
  examples: formExamples('## Sum {#q1}\n\n', [
    '`type: form` `form-type: calculate`\n',
    '`type: form` `form-type: calculate` `form-calculation: 1 + 1`\n',
  ]),
});
