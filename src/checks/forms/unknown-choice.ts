import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** Expressions of a form ask for choices that there are. */
export const unknownChoice: Check = formCheck({
  id: 'forms/unknown-choice',
  about: 'Expressions of a form ask for choices that there are.',
  why: 'An expression that asks for a choice nobody can make never holds.',
  severity: 'error',
  examples: formExamples(
    '## Where? {#q1}\n\n`type: one-of`\n\n- `city` City\n- `village` Village\n\n## Urban {#q2}\n\n',
    [
      "`type: form` `form-type: calculate` `form-calculation: if({{q1}} = 'town', 1, 0)`\n",
      "`type: form` `form-type: calculate` `form-calculation: if({{q1}} = 'city', 1, 0)`\n",
    ],
  ),
});
