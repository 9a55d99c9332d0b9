import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** Every input has a kind. */
export const uncoded: Check = readingCheck({
  id: 'inputs/uncoded',
  about: 'Every input has a kind.',
  why: `Inputs are read by kind: gaps, barriers, good practices, recommendations; one without a kind is missing from every such list.

The kinds follow the grid of the survey on child rights mainstreaming: gaps, good practices and recommendations.`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## Barriers\n\n- Nobody asks. #pillar/development ^i1\n'),
    passing: exampleNote('## Barriers\n\n- Nobody asks. #barrier #pillar/development ^i1\n'),
  },
});
