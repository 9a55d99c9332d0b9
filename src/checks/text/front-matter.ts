import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The keys in the front matter of a section have values that can be used. */
export const frontMatter: Check = readingCheck({
  id: 'text/front-matter',
  about: 'The keys in the front matter of a section have values that can be used.',
  why: 'A key whose value does not hold is left out, and the section loses what it was to say.',
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Every child has rights. ^p-7k2m9qd\n', { numbered: 'sometimes' }),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n', { numbered: 'false' }),
  },
});
