import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** No two questions of a form have the same name. */
export const duplicateName: Check = formCheck({
  id: 'forms/duplicate-name',
  about: 'No two questions of a form have the same name.',
  why: 'Survey programs refuse such a form, or nobody can tell which of the two a condition means.',
  severity: 'error',
  examples: formExamples('## Where? {#q1}\n\n`type: open`\n\n## When? {#q2}\n\n', [
    '`type: open` `form-name: q1`\n',
    '`type: open` `form-name: q3`\n',
  ]),
});
