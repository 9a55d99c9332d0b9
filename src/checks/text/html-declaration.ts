import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The text holds no instructions to other programs. */
export const htmlDeclaration: Check = readingCheck({
  id: 'text/html-declaration',
  about: 'The text holds no instructions to other programs.',
  why: 'An instruction such as `<?php` means nothing in a document; it is left out.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('<?php echo 1; ?>\n\nEvery child has rights. ^p-7k2m9qd\n'),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
