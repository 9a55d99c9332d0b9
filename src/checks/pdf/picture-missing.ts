import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Every picture of the PDF can be read. */
export const pictureMissing: Check = readingCheck({
  id: 'pdf/picture-missing',
  about: 'Every picture of the PDF can be read.',
  why: 'Readers would miss what the picture says; its description stands in a frame in its place.',
  severity: 'warning',
  needs: ['text'],
});
