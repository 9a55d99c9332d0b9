import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The class of a bracketed span is known. */
export const unknownClass: Check = readingCheck({
  id: 'text/unknown-class',
  about: 'The class of a bracketed span is known.',
  why: 'A span of an unknown class is printed with its braces; a misspelt bracket counts as agreed text, and the last stage could be frozen with it.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Entities [should]{.braket by="UNICEF"} ask children. ^p-7k2m9qd\n'),
    passing: exampleSection('Entities [should]{.bracket by="UNICEF"} ask children. ^p-7k2m9qd\n'),
  },
});
