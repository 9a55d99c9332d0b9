import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Keys of other systems in the front matter of a section have no effect here. */
export const foreignKey: Check = readingCheck({
  id: 'text/foreign-key',
  about: 'Keys of other systems in the front matter of a section have no effect here.',
  why: 'A text that was adopted from a website or another tool keeps its keys; it is only said that they appear nowhere.',
  severity: 'info',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Every child has rights. ^p-7k2m9qd\n', { layout: 'page' }),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
