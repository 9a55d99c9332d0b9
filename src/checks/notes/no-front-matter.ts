import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A consultation note has front matter. */
export const noFrontMatter: Check = readingCheck({
  id: 'notes/no-front-matter',
  about: 'A consultation note has front matter.',
  why: 'Without round, date, method and group nobody can say whose voice a note is, and how it may be shown.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: '## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n',
    passing: EXAMPLE_NOTE,
  },
});
