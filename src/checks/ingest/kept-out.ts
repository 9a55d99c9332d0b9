import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Front matter that names people does not enter the workspace. */
export const keptOut: Check = readingCheck({
  id: 'ingest/kept-out',
  about: 'Front matter that names people does not enter the workspace.',
  why: `The note records who speaks as a body or a meeting, and numbers of participants; names would stay in git for good.

UNICEF Innocenti, Ethical Research Involving Children: data minimisation.`,
  severity: 'info',
  needs: [],
});
