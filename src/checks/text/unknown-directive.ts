import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A line that begins with three colons names a directive that is known. */
export const unknownDirective: Check = readingCheck({
  id: 'text/unknown-directive',
  about: 'A line that begins with three colons names a directive that is known.',
  why: 'Lines of an unknown directive are kept as text, with their colons; a known name that is misspelt loses its meaning.',
  severity: 'info',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection(':::recomendation\nAsk children. ^p-7k2m9qd\n:::\n'),
    passing: exampleSection(':::recommendation\nAsk children. ^p-7k2m9qd\n:::\n'),
  },
});
