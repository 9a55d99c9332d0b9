import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Word files of reviewers hold text and nothing that runs. */
export const wordParts: Check = readingCheck({
  id: 'ingest/word-parts',
  about: 'Word files of reviewers hold text and nothing that runs.',
  why: 'Macros, embedded files and links to files elsewhere are how harm comes by mail; nothing of them is opened here.',
  severity: 'warning',
  needs: [],
});
