import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every reference of an imported library can be read. */
export const resource: Check = readingCheck({
  id: 'ingest/resource',
  about: 'Every reference of an imported library can be read.',
  why: 'What is not in the mapping can be neither cited nor counted.',
  severity: 'error',
  needs: [],
});
