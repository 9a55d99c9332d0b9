import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A line that begins with three colons opens or closes a directive. */
export const malformedDirective: Check = readingCheck({
  id: 'text/malformed-directive',
  about: 'A line that begins with three colons opens or closes a directive.',
  why: 'A directive that is not written as one is printed with its colons and braces, and what it holds is no box or recommendation.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection(':::box{title="Example"\nEvery child has rights. ^p-7k2m9qd\n:::\n'),
    passing: exampleSection(':::box{title="Example"}\nEvery child has rights. ^p-7k2m9qd\n:::\n'),
  },
});
