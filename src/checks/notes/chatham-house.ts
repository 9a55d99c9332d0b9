import type { Check } from '../../model/contracts.ts';
import { exampleNote } from '../example-workspace.ts';
import { readingCheck } from '../reading-check.ts';

/** A note under the Chatham House Rule is attributed to nobody. */
export const chathamHouse: Check = readingCheck({
  id: 'notes/chatham-house',
  about: 'A note under the Chatham House Rule is attributed to nobody.',
  why: `Under the Rule neither the identity nor the affiliation of a speaker, nor that of any other participant, may be revealed; it wins in every output.

The Chatham House Rule: https://www.chathamhouse.org/about-us/chatham-house-rule`,
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'consultations/first/coalition.md',
    failing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      'chatham-house': 'true',
      attribution: 'organisation',
    }),
    passing: exampleNote('## What gets in the way?\n\n- Nobody asks. #barrier #pillar/development ^i1\n', {
      'chatham-house': 'true',
      attribution: 'group',
    }),
  },
});
