import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** A constraint speaks of its own answer as a full stop. */
export const selfConstraint: Check = formCheck({
  id: 'forms/self-constraint',
  about: 'A constraint speaks of its own answer as a full stop.',
  why: 'By name, it is checked against the answer before this one, so that the right answer can be refused.',
  severity: 'error',
  examples: formExamples('## How many? {#q1}\n\n', [
    '`type: number` `form-constraint: {{q1}} > 5`\n',
    '`type: number` `form-constraint: . > 5`\n',
  ]),
});
