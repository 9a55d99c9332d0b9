import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every footnote mark has its note. */
export const unknownFootnote: Check = readingCheck({
  id: 'text/unknown-footnote',
  about: 'Every footnote mark has its note.',
  why: 'A mark without a note is printed as it stands, and the reader looks in vain for its source.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Every child has rights.[^9] ^p-7k2m9qd\n\n[^1]: Convention, art. 2.\n'),
    passing: exampleSection('Every child has rights.[^1] ^p-7k2m9qd\n\n[^1]: Convention, art. 2.\n'),
  },
});
