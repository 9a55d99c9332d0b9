import type { Check } from '../../model/contracts.ts';
import { readingCheck } from '../reading-check.ts';

/** The answers for a new section can be its front matter. */
export const frontMatter: Check = readingCheck({
  id: 'sections/front-matter',
  about: 'The answers for a new section can be its front matter.',
  why: 'A section whose front matter does not hold would be written only to be refused.',
  severity: 'error',
  needs: [],
});
