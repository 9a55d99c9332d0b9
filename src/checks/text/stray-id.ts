import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** An id stands on a passage. */
export const strayId: Check = readingCheck({
  id: 'text/stray-id',
  about: 'An id stands on a passage.',
  why: "An id that names nothing can't be cited, and its line would be printed as text.",
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('^p-7k2m9qd\n\nEvery child has rights.\n'),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
