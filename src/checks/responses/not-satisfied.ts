import type { Check } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Response } from '../../model/response.ts';
import { byFile } from '../answered-stages.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { wordsOfResponse } from '../responses.ts';
import { sayAt } from '../say.ts';
import { counted, someOf } from '../words.ts';

const RESPONSE = '- input: i1\n  decision: not-accepted\n  reason: Budget lines stay with the entities.\n';

/** Answers that their contributors do not accept. */
export const notSatisfied: Check = {
  id: 'responses/not-satisfied',
  about: 'The core group knows of the contributors who are not satisfied with an answer.',
  why: `That somebody objects does not stop a text, but those who clear it should know of it, and why.

The W3C process records beside each disposition whether its commenter is satisfied, and a document goes on only with its formal objections told.`,
  severity: 'info',
  needs: ['notes', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: `${RESPONSE}  reaction: not-satisfied\n`,
    passing: `${RESPONSE}  reaction: no-reply\n`,
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
  run: ({ workspace }) =>
    [...byFile(workspace.responses.filter(({ entry }) => entry.reaction === 'not-satisfied')).values()].map(finding),
};

function finding(objected: readonly Response[]): Finding {
  const [first] = objected as readonly [Response];
  const ids = someOf(
    objected.map(({ entry }) => entry.input),
    12,
  );
  return sayAt(notSatisfied, first.file, wordsOfResponse(first, 'not-satisfied'), {
    message: `The contributor is not satisfied with ${counted(objected.length, 'response')} here: ${ids}.`,
    hint: 'Tell the core group before it clears the next stage; where the answer changes, change its decision and reason.',
  });
}
