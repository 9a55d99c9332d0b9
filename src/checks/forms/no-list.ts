import type { Check } from '../../model/contracts.ts';
import { formCheck, formExamples } from '../form-check.ts';

/** A question that is answered by choosing names a list of choices that is there. */
export const noList: Check = formCheck({
  id: 'forms/no-list',
  about: 'A question that is answered by choosing names a list of choices that is there.',
  why: 'Otherwise the question has nothing to choose from.',
  severity: 'error',
  examples: formExamples('## Where? {#q1}\n\n', [
    '`type: form` `form-type: select_one places`\n',
    '`type: form` `form-type: select_one_from_file places.csv`\n',
  ]),
});
