import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Tags and comments of HTML are closed. */
export const htmlBroken: Check = readingCheck({
  id: 'text/html-broken',
  about: 'Tags and comments of HTML are closed.',
  why: 'A tag that is never closed is kept as text, and so is what follows it.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Every child has rights. ^p-7k2m9qd\n\n<!-- to be checked\n'),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
