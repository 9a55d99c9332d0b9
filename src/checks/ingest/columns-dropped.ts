import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Columns that tell of people, devices, places and times are left out of a survey. */
export const columnsDropped: Check = readingCheck({
  id: 'ingest/columns-dropped',
  about: 'Columns that tell of people, devices, places and times are left out of a survey.',
  why: 'What identifies a person or a device is not needed to answer what they said, and must not enter a file under git.',
  severity: 'info',
  needs: [],
});
