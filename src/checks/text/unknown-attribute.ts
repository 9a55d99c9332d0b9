import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** The attributes of a directive are known. */
export const unknownAttribute: Check = readingCheck({
  id: 'text/unknown-attribute',
  about: 'The attributes of a directive are known.',
  why: 'An attribute that is misspelt is left out, and with it what it was to say.',
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection(':::recommendation{fro="Entities"}\nAsk children. ^p-7k2m9qd\n:::\n'),
    passing: exampleSection(':::recommendation{for="Entities"}\nAsk children. ^p-7k2m9qd\n:::\n'),
  },
});
