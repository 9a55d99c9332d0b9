import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every column of an imported list of stakeholders is known. */
export const stakeholderColumn: Check = readingCheck({
  id: 'ingest/stakeholder-column',
  about: 'Every column of an imported list of stakeholders is known.',
  why: 'What stands in it would otherwise be lost without anybody noticing.',
  severity: 'warning',
  needs: [],
});
