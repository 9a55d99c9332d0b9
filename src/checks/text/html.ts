import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** HTML in the text is of a kind that can be carried into every format. */
export const html: Check = readingCheck({
  id: 'text/html',
  about: 'HTML in the text is of a kind that can be carried into every format.',
  why: "HTML that runs, loads or styles something can't be printed; its words are kept where it has any.",
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('<script>alert(1)</script>\n\nEvery child has rights. ^p-7k2m9qd\n'),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
