import type { Check } from '../../model/contracts.ts';
import { isEmptyReason } from '../../trace/empty-reasons.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { wordsOfResponse } from '../responses.ts';
import { sayAt } from '../say.ts';

/** Reasons that are no reasons. */
export const emptyReason: Check = {
  id: 'responses/empty-reason',
  about: 'The reason of a response says why: words such as “noted” or “see above” alone do not.',
  why: `A decision without a reason tells contributors that nobody looked; and whoever follows up later has nothing to go by.

The European Commission's Better Regulation guidelines ask which inputs were not used, and why. Such words are known in Arabic, Chinese, English, French, Russian and Spanish.`,
  severity: 'warning',
  needs: ['notes', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: '- input: i1\n  decision: noted\n  reason: Noted, thank you.\n',
    passing: '- input: i1\n  decision: noted\n  reason: The point is made in the introduction already.\n',
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
  run: ({ workspace }) =>
    workspace.responses
      .filter(({ entry }) => entry.decision !== 'withdrawn' && isEmptyReason(entry.reason))
      .map((response) =>
        sayAt(emptyReason, response.file, wordsOfResponse(response, 'reason:'), {
          message: `The reason given for the response to ${response.inputRef} says nothing beyond the decision.`,
          hint: 'Say in a sentence what was done and where, or what speaks against it.',
        }),
      ),
};
