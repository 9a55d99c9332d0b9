import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** No block of the text is so large or so deep that it would take minutes to read. */
export const literalBlock: Check = readingCheck({
  id: 'text/literal-block',
  about: 'No block of the text is so large or so deep that it would take minutes to read.',
  why: 'Some runs of marks take a Markdown parser minutes; such a block is kept as the text it is, without formatting.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection(`${'*a '.repeat(2000)}\n`),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
