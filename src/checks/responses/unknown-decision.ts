import type { Check } from '../../model/contracts.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { wordsOfResponse } from '../responses.ts';
import { sayAt } from '../say.ts';

const RESPONSE = (decision: string) =>
  `- input: i1\n  decision: not-accepted\n  reason: Budget lines stay with the entities.\n  decisions: [${decision}]\n`;

/** Responses that rest on a decision nobody recorded. */
export const unknownDecision: Check = {
  id: 'responses/unknown-decision',
  about: 'The decisions that a response rests on are recorded.',
  why: 'A reason that rests on a decision can be followed only where that decision can be read.',
  severity: 'error',
  needs: ['notes', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: RESPONSE('d2'),
    passing: RESPONSE('d1'),
    files: {
      'consultations/first/coalition.md': EXAMPLE_NOTE,
      'decisions/d1-budget.md': '---\nid: d1\ntitle: Budget lines\ndate: 2022-11-14\n---\n\nThey stay.\n',
    },
  },
  run: ({ workspace }) => {
    const known = new Set(workspace.decisions.map(({ frontMatter }) => frontMatter.id));
    return workspace.responses.flatMap((response) =>
      (response.entry.decisions ?? [])
        .filter((id) => !known.has(id))
        .map((id) => {
          const near = nearest(id, known);
          const message = `The response to ${response.inputRef} rests on the decision "${id}", which is not in decisions/.`;
          const hint = near === undefined ? 'Record it with "penholder new decision".' : `Did you mean "${near}"?`;
          return sayAt(unknownDecision, response.file, wordsOfResponse(response, id), { message, hint });
        }),
    );
  },
};
