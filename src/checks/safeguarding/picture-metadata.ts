import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Pictures of consultations carry no metadata. */
export const pictureMetadata: Check = readingCheck({
  id: 'safeguarding/picture-metadata',
  about: 'Pictures of consultations carry no metadata.',
  why: `The place and the time of a picture can tell who is in it, whatever is to be seen.

Guidelines on images of children (UNICEF, Save the Children): location data is removed before a picture is shared.`,
  severity: 'error',
  needs: ['notes'],
});
