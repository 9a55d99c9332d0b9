import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** What was corrected in the workspace stays when a file is ingested again. */
export const frontMatterKept: Check = readingCheck({
  id: 'ingest/front-matter-kept',
  about: 'What was corrected in the workspace stays when a file is ingested again.',
  why: 'A file from outside does not undo what was corrected inside.',
  severity: 'info',
  needs: [],
});
