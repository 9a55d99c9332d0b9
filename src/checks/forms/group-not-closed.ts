import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** Every group of a form that begins ends, and no end stands alone. */
export const groupNotClosed: Check = formCheck({
  id: 'forms/group-not-closed',
  about: 'Every group of a form that begins ends, and no end stands alone.',
  why: 'Survey programs refuse the form, or ask questions in the wrong group.',
  severity: 'error',
  examples: formExamples('## Where? {#q1}\n\n', [
    '`type: form` `form-type: end_group`\n',
    '`type: form` `form-type: note`\n',
  ]),
});
