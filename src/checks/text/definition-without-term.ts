import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A definition says which term it defines. */
export const definitionWithoutTerm: Check = readingCheck({
  id: 'text/definition-without-term',
  about: 'A definition says which term it defines.',
  why: "The glossary lists definitions by their terms; one without a term can't stand in it.",
  severity: 'warning',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection(':::definition\nEvery human being below the age of eighteen. ^p-7k2m9qd\n:::\n'),
    passing: exampleSection(
      ':::definition{term="child"}\nEvery human being below the age of eighteen. ^p-7k2m9qd\n:::\n',
    ),
  },
});
