import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** No file is taken in again whose words were withdrawn or sealed. */
export const emptied: Check = readingCheck({
  id: 'ingest/emptied',
  about: 'No file is taken in again whose words were withdrawn or sealed.',
  why: `Taking it in again would bring back what somebody took back, or put in clear what is confidential.

General Comment No. 12 of the Committee on the Rights of the Child, para. 134 (b): participation is voluntary, and can be ended at any time.`,
  severity: 'error',
  needs: [],
});
