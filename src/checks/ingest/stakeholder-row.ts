import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every row of an imported list of stakeholders can be taken in. */
export const stakeholderRow: Check = readingCheck({
  id: 'ingest/stakeholder-row',
  about: 'Every row of an imported list of stakeholders can be taken in.',
  why: 'What is not taken in is missing from the list of those to be reached.',
  severity: 'error',
  needs: [],
});
