import type { Check } from '../../model/contracts.ts';
import { EXAMPLE_PROCESS, exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** An acronym stands beside its long form where it is first used. */
export const acronymFirstUse: Check = readingCheck({
  id: 'text/acronym-first-use',
  about: 'An acronym stands beside its long form where it is first used.',
  why: `Readers who do not know an acronym have to search for its meaning.

The United Nations Editorial Manual asks that acronyms be spelled out at first mention. It applies to the acronyms that penholder.yaml declares, and to those introduced in the text as “Long Form (LF)”.`,
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('OHCHR supports children. ^p-7k2m9qd\n'),
    passing: exampleSection(
      'The Office of the High Commissioner for Human Rights (OHCHR) supports children. ^p-7k2m9qd\n',
    ),
    files: {
      'penholder.yaml': `${EXAMPLE_PROCESS}acronyms: { OHCHR: Office of the High Commissioner for Human Rights }\n`,
    },
  },
});
