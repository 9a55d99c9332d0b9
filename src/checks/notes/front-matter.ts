import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The keys in the front matter of a consultation note are known, and their values can be used. */
export const frontMatter: Check = readingCheck({
  id: 'notes/front-matter',
  about: 'The keys in the front matter of a consultation note are known, and their values can be used.',
  why: 'A key that does not hold is left out and taken at its most restrictive, so that a misspelt one exposes nobody; what it was to say is lost.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      atribution: 'group',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
