import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** Pictures of a submission are looked at by a person. */
export const pictureDropped: Check = readingCheck({
  id: 'ingest/picture-dropped',
  about: 'Pictures of a submission are looked at by a person.',
  why: 'Pictures may show people, and are often loaded from elsewhere; their alternative text is kept in their place.',
  severity: 'warning',
  needs: [],
});
