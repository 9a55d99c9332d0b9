import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import { nearest } from '../../text/nearest.ts';
import { endOf } from '../../trace/when.ts';
import { EXAMPLE_NOTE, EXAMPLE_SECTION } from '../example-workspace.ts';
import { passageIds } from '../passages.ts';
import { wordsOfResponse } from '../responses.ts';
import { sayAt } from '../say.ts';

/** Passages named by responses and decisions that stand nowhere. */
export const unknownPassage: Check = {
  id: 'trace/unknown-passage',
  about: 'The passages that responses and decisions name stand in the text or in one of its stages.',
  why: `The chain from an input to the change it caused runs through the passage's id; with a wrong id the change has no reason and the input no result.

The synopsis report of the European Commission's Better Regulation guidelines asks the same: what was used, where, and why the rest was not.`,
  severity: 'error',
  needs: ['text', 'stages', 'trace'],
  examples: {
    file: 'consultations/first/coalition.responses.yaml',
    failing: '- input: i1\n  decision: accepted\n  reason: Said now.\n  passages: [p-7k2m9qe]\n',
    passing: '- input: i1\n  decision: accepted\n  reason: Said now.\n  passages: [p-7k2m9qd]\n',
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE, 'drafts/10-introduction.md': EXAMPLE_SECTION },
  },
  run: (context) => [...inResponses(context), ...inDecisions(context)],
};

interface Known {
  readonly ids: ReadonlySet<string>;
  readonly severity: Severity;
}

/** Where a stage may be missing, a passage that is gone can't be told from one that never was: that is worth a remark. */
function knownPassages(context: CheckContext): Known {
  const { text, stages = [] } = context;
  return { ids: passageIds([text, ...stages]), severity: knowsAllStages(context) ? 'error' : 'info' };
}

/** Outside git, in a shallow clone and in one without tags, stages that were frozen are not at hand. */
function knowsAllStages({ stages, shallow, workspace, today }: CheckContext): boolean {
  if (stages === undefined || shallow === true) return false;
  const frozen = new Set(stages.map(({ id }) => id));
  return workspace.process.stages.every(
    ({ id, actual }) => frozen.has(id) || actual === undefined || endOf(actual) >= today,
  );
}

function inResponses(context: CheckContext): Finding[] {
  const known = knownPassages(context);
  return context.workspace.responses.flatMap((response) =>
    (response.entry.passages ?? [])
      .filter((id) => !known.ids.has(id))
      .map((id) => sayAt(unknownPassage, response.file, wordsOfResponse(response, id), words('response', id, known))),
  );
}

function inDecisions(context: CheckContext): Finding[] {
  const known = knownPassages(context);
  return context.workspace.decisions.flatMap(({ file, frontMatter }) =>
    (frontMatter.passages ?? []).flatMap((id, index) =>
      known.ids.has(id)
        ? []
        : [sayAt(unknownPassage, file, { key: ['passages', index] }, words('decision', id, known))],
    ),
  );
}

function words(what: string, id: string, { ids, severity }: Known) {
  const near = nearest(id, ids);
  const where =
    severity === 'error'
      ? 'stands neither in the text nor in a stage'
      : 'is not in the text as it stands; only an earlier stage that is not at hand could have it';
  return {
    message: `This ${what} names the passage "${id}", which ${where}.`,
    hint: near === undefined ? 'Give the id at the end of the passage, without the ^.' : `Did you mean "${near}"?`,
    severity,
  };
}
