import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** No note is required. */
export const requiredNote: Check = formCheck({
  id: 'forms/required-note',
  about: 'No note is required.',
  why: 'Nobody can answer a note, so that nobody gets past a required one and the form can not be sent.',
  severity: 'warning',
  examples: formExamples('## Thank you {#q1}\n\n', [
    '`type: form` `form-type: note` `required: yes`\n',
    '`type: form` `form-type: note` `required: no`\n',
  ]),
});
