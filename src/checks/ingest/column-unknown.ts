import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Each column of a survey answers a question of its questionnaire. */
export const columnUnknown: Check = readingCheck({
  id: 'ingest/column-unknown',
  about: 'Each column of a survey answers a question of its questionnaire.',
  why: 'What answers no question has neither kind nor codes; it may come from another version of the form.',
  severity: 'warning',
  needs: [],
});
