import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A survey export holds XML values. */
export const exportLabels: Check = readingCheck({
  id: 'ingest/export-labels',
  about: 'A survey export holds XML values.',
  why: 'Labels of several answers in one cell can not always be told apart.',
  severity: 'info',
  needs: [],
});
