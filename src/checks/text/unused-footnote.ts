import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every footnote has its mark in the text. */
export const unusedFootnote: Check = readingCheck({
  id: 'text/unused-footnote',
  about: 'Every footnote has its mark in the text.',
  why: 'A footnote without a mark would not be read; its text is printed at the end of the section, so that nothing is lost.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Every child has rights. ^p-7k2m9qd\n\n[^1]: Convention, art. 2.\n'),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
