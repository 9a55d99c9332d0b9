import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** HTML in the text has no forms. */
export const htmlForm: Check = readingCheck({
  id: 'text/html-form',
  about: 'HTML in the text has no forms.',
  why: 'A document has no forms of this kind; the words in them are kept.',
  severity: 'info',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('<form>Every child has rights.</form>\n\nEvery child has rights. ^p-7k2m9qd\n'),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n'),
  },
});
