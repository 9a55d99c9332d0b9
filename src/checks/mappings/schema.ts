import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A mapping says of each column what it is. */
export const schema: Check = readingCheck({
  id: 'mappings/schema',
  about: 'A mapping says of each column what it is.',
  why: 'A column whose reading is misspelt would be left out of every survey that comes in.',
  severity: 'error',
  needs: [],
});
