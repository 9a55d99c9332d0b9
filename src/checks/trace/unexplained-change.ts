import type { Change, ChangeLog, Reason } from '../../model/change-log.ts';
import type { Check, CheckContext } from '../../model/contracts.ts';
import type { Finding, Place } from '../../model/finding.ts';
import { WORKING } from '../../model/vocabulary.ts';
import { ACCEPTING } from '../../trace/response-state.ts';
import { EXAMPLE_NOTE, EXAMPLE_SECTION } from '../example-workspace.ts';
import { footnoteCarriers } from '../footnote-carriers.ts';
import { say } from '../say.ts';
import { counted, someOf } from '../words.ts';

/** Changes of substance for which nobody recorded a reason. */
export const unexplainedChange: Check = {
  id: 'trace/unexplained-change',
  about:
    'Every change of substance since the last stage has a reason: a response or a decision that names the passage, or a commit that does.',
  why: `Who reads the next draft asks of every change where it came from; a change without a reason looks as if nobody had asked for it.

The synopsis report of the European Commission's Better Regulation guidelines asks for the same chain, from what was said to what was done.`,
  severity: 'warning',
  needs: ['text', 'stages', 'trace', 'changes'],
  examples: {
    file: 'drafts/10-introduction.md',
    failing: EXAMPLE_SECTION.replace('has rights.', 'has rights, and must be heard before decisions are taken.'),
    passing: EXAMPLE_SECTION,
    files: { 'consultations/first/coalition.md': EXAMPLE_NOTE },
    frozen: { zero: { 'drafts/10-introduction.md': EXAMPLE_SECTION } },
  },
  run: (context) => (hasTrace(context) ? (context.changes ?? []).flatMap((log) => judge(log, context)) : []),
};

/** Before anybody was consulted and anything was decided, no change can have a reason. */
function hasTrace({ workspace }: CheckContext): boolean {
  return workspace.notes.length + workspace.decisions.length > 0;
}

function judge(log: ChangeLog, context: CheckContext): Finding[] {
  const isNoted = explainedByCarrier(log, context);
  const open = log.changes.filter((change) => isUnexplained(change) && !isNoted(change));
  if (open.length === 0) return [];
  return log.to.id === WORKING ? open.map((change) => inText(change, log, context)) : [betweenStages(open, log)];
}

function isUnexplained({ kind, severity, reasons, from, to }: Change): boolean {
  // What is made from citations has no line of its own; the passage that cites is a change by itself.
  const generated = [...from, ...to].every(({ file, startLine }) => file === '' || startLine === 0);
  return kind !== 'unchanged' && severity === 'substantive' && !reasons.some(isReason) && !generated;
}

/**
 * Makes a function that tells whether a change of a footnote is explained by the passage that bears its mark: notes have no
 * ids, so that no response can name them.
 */
function explainedByCarrier(log: ChangeLog, context: CheckContext): (change: Change) => boolean {
  const textOf = (id: string) =>
    id === WORKING ? context.text : (context.stages ?? []).find((stage) => stage.id === id);
  const [before, after] = [footnoteCarriers(textOf(log.from.id)), footnoteCarriers(textOf(log.to.id))];
  const { responses, decisions } = context.workspace;
  const named = new Set([
    ...responses.filter(({ entry }) => ACCEPTING.has(entry.decision)).flatMap(({ entry }) => entry.passages ?? []),
    ...decisions.flatMap(({ frontMatter }) => frontMatter.passages ?? []),
  ]);
  return ({ from, to }) =>
    [...from, ...to].some(({ type }) => type === 'footnoteDefinition') &&
    [
      ...from.flatMap(({ file, startLine }) => before(file, startLine)),
      ...to.flatMap(({ file, startLine }) => after(file, startLine)),
    ].some((id) => named.has(id));
}

/** That a commit touched the file says that somebody changed it, which is known already. */
function isReason(reason: Reason): boolean {
  return reason.kind !== 'commit' || reason.named === true;
}

function inText(change: Change, log: ChangeLog, context: CheckContext): Finding {
  return say(unexplainedChange, placeOf(change, context), {
    message: `This passage was ${DONE[change.kind]} since “${log.from.title}” (${change.id}), and no reason is recorded.`,
    hint: 'Name the passage in the response or the decision that asked for it; where only wording changed, judge it with "penholder changes --overrule".',
  });
}

const DONE: Readonly<Record<Change['kind'], string>> = {
  unchanged: 'left as it was',
  edited: 'changed in substance',
  moved: 'moved and changed in substance',
  split: 'split and changed in substance',
  merged: 'merged and changed in substance',
  added: 'added',
  deleted: 'deleted',
};

/** What is gone stood in a file that may be gone as well. */
function placeOf({ from, to }: Change, { text }: CheckContext): Place {
  const [now] = to;
  if (now !== undefined) return { file: now.file, line: Math.max(1, now.startLine), column: 1 };
  const file = from[0]?.file ?? '';
  const stands = text?.sections.some((section) => section.file === file) === true;
  return { file: stands ? file : 'penholder.yaml', line: 1, column: 1 };
}

/** A finished stage never changes: what can still be done is to record the reason. */
function betweenStages(open: readonly Change[], { from, to }: ChangeLog): Finding {
  const one = open.length === 1;
  const ids = someOf(
    open.map(({ id }) => id),
    6,
  );
  return say(
    unexplainedChange,
    { file: 'penholder.yaml', line: 1, column: 1 },
    {
      message: `Between “${from.title}” and “${to.title}”, ${counted(open.length, 'change')} of substance ${one ? 'has' : 'have'} no recorded reason: ${ids}.`,
      hint: `Run "penholder changes ${from.id} ${to.id}" to see ${one ? 'it' : 'them'}, and name the passages in responses or decisions.`,
      severity: 'info',
    },
  );
}
