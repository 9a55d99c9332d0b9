import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every picture can be put into the web page. */
export const missingPicture: Check = readingCheck({
  id: 'html/missing-picture',
  about: 'Every picture can be put into the web page.',
  why: "Readers see the description of a picture in its place where it can't be read.",
  severity: 'warning',
  needs: ['text'],
});
