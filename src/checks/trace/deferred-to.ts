import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding } from '../../model/finding.ts';
import type { Response } from '../../model/response.ts';
import { nearest } from '../../text/nearest.ts';
import { EXAMPLE_NOTE } from '../example-workspace.ts';
import { placeOfResponse, wordsOfResponse } from '../responses.ts';
import { say, sayAt } from '../say.ts';

/** Responses that put an answer off. */
export const deferredTo: Check = {
  id: 'trace/deferred-to',
  about: 'A response “deferred” says to what it is deferred, and that has not passed.',
  why: `An answer that is put off without saying until when is forgotten, and the contributor never hears of it again.`,
  severity: 'warning',
  needs: ['notes', 'stages', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing:
      '- input: i1\n  decision: deferred\n  deferred-to: secnd\n  reason: It needs a decision of the core group.\n',
    passing:
      '- input: i1\n  decision: deferred\n  deferred-to: second\n  reason: It needs a decision of the core group.\n',
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
  },
  run: (context) => context.workspace.responses.flatMap((response) => judge(response, context)),
};

function judge(response: Response, context: CheckContext): Finding[] {
  const { decision, 'deferred-to': target } = response.entry;
  if (decision !== 'deferred') return [];
  if (target === undefined) return [missing(response)];
  const { stages, rounds = [] } = context.workspace.process;
  const names = [...stages, ...rounds].map(({ id }) => id);
  if (!names.includes(target)) return misspelled(response, target, nearest(target, names));
  return (context.stages ?? []).some(({ id }) => id === target) ? [passed(response, target)] : [];
}

function missing(response: Response): Finding {
  return say(deferredTo, placeOfResponse(response), {
    message: 'This response says “deferred”, but not to what.',
    hint: 'Add deferred-to: with a stage or a round, or with another text that will take it up.',
  });
}

/** What is no stage may be another text; only what looks like a stage is asked about. */
function misspelled(response: Response, target: string, near: string | undefined): Finding[] {
  if (near === undefined) return [];
  const message = `This response is deferred to "${target}", which is neither a stage nor a round.`;
  return [
    sayAt(deferredTo, response.file, wordsOfResponse(response, 'deferred-to'), {
      message,
      hint: `Did you mean "${near}"?`,
    }),
  ];
}

function passed(response: Response, target: string): Finding {
  return sayAt(deferredTo, response.file, wordsOfResponse(response, 'deferred-to'), {
    message: `This response was deferred to the stage "${target}", which is frozen now.`,
    hint: 'Say what became of it: change the decision and its reason, or defer it to a later stage.',
    severity: 'info',
  });
}
