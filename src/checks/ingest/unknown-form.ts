import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** A filled form answers a questionnaire of the workspace. */
export const unknownForm: Check = readingCheck({
  id: 'ingest/unknown-form',
  about: 'A filled form answers a questionnaire of the workspace.',
  why: 'Without its questions nobody can tell what was answered.',
  severity: 'error',
  needs: [],
});
