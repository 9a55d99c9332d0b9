import { emptyReason } from '../checks/responses/empty-reason.ts';
import { noChildReason } from '../checks/responses/no-child-reason.ts';
import { deferredTo } from '../checks/trace/deferred-to.ts';
import { notChanged } from '../checks/trace/not-changed.ts';
import { passageGone } from '../checks/trace/passage-gone.ts';
import { pending } from '../checks/trace/pending.ts';
import { suspect } from '../checks/trace/suspect.ts';
import { unanswered } from '../checks/trace/unanswered.ts';
import { unexplainedChange } from '../checks/trace/unexplained-change.ts';
import { tagMissing } from '../checks/workspace/tag-missing.ts';
import type { World } from '../io/world.ts';
import type { Check, CheckContext } from '../model/contracts.ts';
import type { Finding } from '../model/finding.ts';
import type { StageText } from '../model/workspace.ts';
import { fileReader } from './check-files.ts';

/** What must hold of inputs, responses and changes before a stage goes out; what is a warning before is an error then. */
const GATES: readonly Check[] = [
  unanswered,
  deferredTo,
  emptyReason,
  noChildReason,
  pending,
  notChanged,
  passageGone,
  suspect,
  unexplainedChange,
];

/** Rules that hold once the stage is frozen, and stop nothing. */
const AFTERWARDS: readonly Check[] = [tagMissing];

/** Ids of the rules that are asked of the workspace as it will be, with the stage frozen. */
export const GATE_IDS: ReadonlySet<string> = new Set([...GATES, ...AFTERWARDS].map(({ id }) => id));

/**
 * What stands in the way of freezing a stage: inputs of the rounds before it without an answer, edits that were promised
 * and not made, changes without a reason. It is told before the stage goes out, not after.
 *
 * @param world The World of the workspace.
 * @param context The workspace, with all that rules need.
 * @param stageId The stage that is to be frozen.
 */
export async function freezeGates(world: World, context: CheckContext, stageId: string): Promise<readonly Finding[]> {
  const stage = context.workspace.process.stages.find(({ id }) => id === stageId);
  if (stage === undefined) return [];
  const after = asIfFrozen(context, stage.id);
  const found = GATES.flatMap((gate) => [...gate.run(after)]).filter(({ severity }) => severity !== 'info');
  const { locate } = await import('../checks/locate.ts');
  const files = fileReader(world);
  const stops = (await locate([...found, ...putOffTo(after, stage.id)], files)).map(asError);
  return [
    ...stops,
    ...(await locate(
      AFTERWARDS.flatMap((rule) => [...rule.run(after)]),
      files,
    )),
  ];
}

/** What was put off to this very stage is due now. */
function putOffTo(context: CheckContext, stage: string): Iterable<Finding> {
  const responses = context.workspace.responses.filter(({ entry }) => entry['deferred-to'] === stage);
  const due = deferredTo.run({ ...context, workspace: { ...context.workspace, responses } });
  return [...due].filter(({ severity }) => severity === 'info');
}

/** The workspace as it will be: the rounds of the stage are over, and its text is what stands in the folder. */
function asIfFrozen(context: CheckContext, stage: string): CheckContext {
  const { stages = [], text } = context;
  if (stages.some(({ id }) => id === stage)) return context;
  const frozen = text === undefined ? ({ id: stage, sections: [] } as unknown as StageText) : { ...text, id: stage };
  return { ...context, stages: [...stages, frozen] };
}

function asError(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}
