import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** An input that has a response is still in the new version of its file. */
export const answeredInputGone: Check = readingCheck({
  id: 'ingest/answered-input-gone',
  about: 'An input that has a response is still in the new version of its file.',
  why: 'An input that was answered does not vanish unnoticed; it is kept at the end of the note.',
  severity: 'warning',
  needs: [],
});
