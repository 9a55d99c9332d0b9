import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every box, recommendation or other directive is closed. */
export const unclosedDirective: Check = readingCheck({
  id: 'text/unclosed-directive',
  about: 'Every box, recommendation or other directive is closed.',
  why: 'All that follows an unclosed directive is taken into it.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection(':::box{title="Example"}\nEvery child has rights. ^p-7k2m9qd\n'),
    passing: exampleSection(':::box{title="Example"}\nEvery child has rights. ^p-7k2m9qd\n:::\n'),
  },
});
