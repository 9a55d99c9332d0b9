import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** An input that has a response reads as it was answered. */
export const rewordedInput: Check = readingCheck({
  id: 'ingest/reworded-input',
  about: 'An input that has a response reads as it was answered.',
  why: 'A response was given to the earlier words; it may no longer fit.',
  severity: 'warning',
  needs: [],
});
