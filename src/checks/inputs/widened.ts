import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** An input narrows what its note says of attribution, quotation and distribution, and never widens it. */
export const widened: Check = readingCheck({
  id: 'inputs/widened',
  about: 'An input narrows what its note says of attribution, quotation and distribution, and never widens it.',
  why: `What people were promised in the room holds for all they said; the narrower value is used.

General Comment No. 12, para. 134 (a) and (b): participants are informed how their views are used, and agree to it.`,
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## Barriers\n\n- Nobody asks. #barrier {quote="verbatim"} ^i1\n'),
    passing: exampleNote('## Barriers\n\n- Nobody asks. #barrier {quote="no"} ^i1\n'),
  },
});
