import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every citation names a mapped resource. */
export const unknownResource: Check = readingCheck({
  id: 'text/unknown-resource',
  about: 'Every citation names a mapped resource.',
  why: `A citation that leads nowhere can't be verified.

The United Nations Editorial Manual asks for sources that a reader can find; resources are mapped in CSL terms in resources/.`,
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('Children have the right to be heard [@crcc, art. 12]. ^p-7k2m9qd\n'),
    passing: exampleSection('Children have the right to be heard [@crc, art. 12]. ^p-7k2m9qd\n'),
    files: { 'resources/instruments.yaml': '- { id: crc, title: Convention on the Rights of the Child }\n' },
  },
});
