import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** Expressions of a form can be read. */
export const expression: Check = formCheck({
  id: 'forms/expression',
  about: 'Expressions of a form can be read.',
  why: 'Survey programs refuse a form with a broken expression, or leave the rule out.',
  severity: 'error',
  examples: formExamples('## How many? {#q1}\n\n', [
    '`type: number` `form-constraint: (. > 5 or . = 0`\n',
    '`type: number` `form-constraint: (. > 5 or . = 0)`\n',
  ]),
});
