import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every picture can be put into the Word file. */
export const missingPicture: Check = readingCheck({
  id: 'docx/missing-picture',
  about: 'Every picture can be put into the Word file.',
  why: "Readers see the description of a picture in its place where it can't be read, or is of a kind Word does not show.",
  severity: 'warning',
  needs: ['text'],
});
