import type { Check } from '../../model/contracts.ts';
import { exampleSection } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every cross-reference points at a passage of the text. */
export const brokenReference: Check = readingCheck({
  id: 'text/broken-reference',
  about: 'Every cross-reference points at a passage of the text.',
  why: `A reader would be sent to a place that does not exist.

Cross-references name ids and not numbers, so that they stay right when paragraphs move; an id that is gone is the one fault left.`,
  severity: 'error',
  needs: ['text'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: exampleSection('See [](#p-0000000) for the rest. ^p-7k2m9qd\n\nThe rest. ^p-8k2m9qd\n'),
    passing: exampleSection('See [](#p-8k2m9qd) for the rest. ^p-7k2m9qd\n\nThe rest. ^p-8k2m9qd\n'),
  },
});
