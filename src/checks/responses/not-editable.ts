import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file of responses can be edited entry by entry. */
export const notEditable: Check = readingCheck({
  id: 'responses/not-editable',
  about: 'A file of responses can be edited entry by entry.',
  why: 'Only the entry that was answered is written; all others and all comments stay as they are. Where a file is written in a way that does not allow for it, nothing is changed.',
  severity: 'error',
  needs: [],
});
