import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A file that a reviewer sends back says something. */
export const nothingSaid: Check = readingCheck({
  id: 'ingest/nothing-said',
  about: 'A file that a reviewer sends back says something.',
  why: 'A wrong file is easily attached; its sender can send the right one.',
  severity: 'warning',
  needs: [],
});
