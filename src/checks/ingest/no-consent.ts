import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Respondents agreed to take part. */
export const noConsent: Check = readingCheck({
  id: 'ingest/no-consent',
  about: 'Respondents agreed to take part.',
  why: 'Answers given without consent are not used, and nothing of them is kept.',
  severity: 'info',
  needs: [],
});
