import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** No two passages of the text have the same id. */
export const duplicateId: Check = readingCheck({
  id: 'text/duplicate-id',
  about: 'No two passages of the text have the same id.',
  why: `Responses, decisions and cross-references could not tell the two passages apart, and neither could a change log.

It happens when a passage is copied with its id.`,
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Every child has rights. ^p-7k2m9qd\n\nEvery child is heard. ^p-7k2m9qd\n'),
    passing: exampleSection('Every child has rights. ^p-7k2m9qd\n\nEvery child is heard. ^p-8k2m9qd\n'),
  },
});
