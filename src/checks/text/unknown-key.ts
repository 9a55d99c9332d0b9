import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The keys in the front matter of a section are known. */
export const unknownKey: Check = readingCheck({
  id: 'text/unknown-key',
  about: 'The keys in the front matter of a section are known.',
  why: 'A key that is misspelt has no effect, and nobody notices.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Every child has rights. ^p-7k2m9qd\n', { leed: 'UNICEF' }),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n', { lead: 'UNICEF' }),
  },
});
