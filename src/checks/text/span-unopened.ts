import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The attributes of a bracketed span follow a bracket that was opened. */
export const spanUnopened: Check = readingCheck({
  id: 'text/span-unopened',
  about: 'The attributes of a bracketed span follow a bracket that was opened.',
  why: 'Without its opening bracket, the mark is printed as it stands and says nothing about the words before it.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Entities *[should* ask]{.bracket by="UNICEF"} children. ^p-7k2m9qd\n'),
    passing: exampleSection('Entities [*should* ask]{.bracket by="UNICEF"} children. ^p-7k2m9qd\n'),
  },
});
