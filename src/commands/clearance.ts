import type { World } from '../io/world.ts';
import type { ClearanceRecord, ClearanceState } from '../model/clearance.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import type { Process, Stage } from '../model/process.ts';
import { nearest } from '../text/nearest.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { printFindings } from './print-findings.ts';

/** A clearance as it is asked for. */
export interface ClearanceCall {
  readonly world: World;
  readonly process: Process;
  readonly stage: Stage;
  readonly input: CommandInput;
  /** What is recorded so far. */
  readonly record: ClearanceRecord;
}

/** Flags that record something, in the order in which they are looked for. */
const ACTIONS = ['openSilence', 'notify', 'break', 'correct', 'as'] as const;

/** `penholder clearance <stage>`: records a sign-off, a silence procedure or corrections; without flags, shows how it stands. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const stage = await knownStage(world, process, input.args[0] ?? '');
  const { clearanceFile, loadClearances } = await import('../workspace/clearances.ts');
  const { clearances, findings } = await loadClearances(world);
  const file = clearanceFile(stage.id);
  const broken = findings.filter(({ place, severity }) => place.file === file && severity === 'error');
  const record = clearances.find((one) => one.stage === stage.id) ?? { stage: stage.id, file, record: {} };
  const call: ClearanceCall = { world, process, stage, input, record };
  if (!ACTIONS.some((name) => isGiven(input, name))) {
    refuseAlone(input);
    return show(call, context);
  }
  if (broken.length > 0) {
    context.say(`${file} does not hold, and nothing is added to it. Mend it first, or restore it from git.`);
    return printFindings(broken, world, context, { to: 'error', format: 'concise', quiet: true });
  }
  const { clearanceEdit } = await import('./clearance-edits.ts');
  const edit = await clearanceEdit(call);
  const { withClearance } = await import('../workspace/plan-clearance.ts');
  const was = await world.read(record.file);
  const source = withClearance(was === undefined ? '' : new TextDecoder().decode(was), edit.edit);
  if (flag(input, 'dryRun')) {
    // What stands in the file already is not for every log.
    const alone = edit.edit.kind === 'notify' || edit.edit.kind === 'break' ? '' : withClearance('', edit.edit);
    if (alone !== '') context.print(alone);
    context.say(`${edit.said} ${record.file} would be written; nothing was.`);
    return EXIT.clean;
  }
  const bytes = new TextEncoder().encode(source);
  const mode = was === undefined ? ('new' as const) : ('replace' as const);
  await world.apply({ ...EMPTY_PLAN, writes: [{ path: record.file, bytes, mode, ...(was !== undefined && { was }) }] });
  context.print(record.file);
  context.say(edit.said);
  context.say(`Commit it; "penholder clearance ${stage.id}" shows how the clearance stands.`);
  return EXIT.clean;
}

/** Flags that say more of what is recorded, and record nothing by themselves. */
const MORE = ['level', 'onBehalf', 'withReservation', 'delegate', 'paths', 'deadline', 'date'] as const;

/** @throws CannotRun where flags say how, and none says what. */
function refuseAlone(input: CommandInput): void {
  const given = MORE.find((name) => isGiven(input, name));
  if (given === undefined) return;
  throw new CannotRun(
    'Nothing was recorded: what is to be recorded was not said.',
    'Add --as with the member that clears the text, or --open-silence.',
  );
}

function isGiven(input: CommandInput, name: string): boolean {
  return flag(input, name) || texts(input, name).length > 0 || text(input, name) !== undefined;
}

/** @throws CannotRun where the process has no such stage. */
export async function knownStage(world: World, process: Process, id: string): Promise<Stage> {
  const stage = process.stages.find((one) => one.id === id);
  if (stage !== undefined) return stage;
  const { unknownStage } = await import('../workspace/stage-problems.ts');
  const { message, hint } = unknownStage(id, process, await world.git.state());
  throw new CannotRun(message, hint);
}

/** @throws CannotRun where somebody is no member of the core group. */
export function knownMembers(process: Process, ids: readonly string[]): readonly string[] {
  const known = (process['core-group'] ?? []).map(({ id }) => id);
  const wrong = ids.find((id) => !known.includes(id));
  if (wrong === undefined) return ids;
  const near = nearest(wrong, known);
  throw new CannotRun(
    `"${wrong.slice(0, 60)}" is no member of the core group.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    known.length === 0
      ? 'List its members under core-group: in penholder.yaml.'
      : `The core group is ${known.join(', ')}, as penholder.yaml says.`,
  );
}

async function show({ world, process, record, input }: ClearanceCall, context: CommandContext): Promise<number> {
  const { clearanceStates } = await import('../workspace/standings.ts');
  const [state] = await clearanceStates(world, process, [record]);
  if (state === undefined) return EXIT.clean;
  if (flag(input, 'json')) {
    context.print(JSON.stringify(publicState(state), null, 2));
    return EXIT.clean;
  }
  const { clearanceLines } = await import('./clearance-lines.ts');
  context.print(clearanceLines(state, process).join('\n'));
  return EXIT.clean;
}

/** How the clearance stands, without reservations and without what broke the silence. */
function publicState({ stage, frozen, signOffs, silence, cleared, missing }: ClearanceState) {
  return {
    stage,
    frozen,
    cleared,
    missing,
    clearances: signOffs.map(({ signOff: { by, level, date, 'on-behalf': onBehalf }, changed }) => ({
      by,
      level,
      date,
      ...(onBehalf !== undefined && { onBehalf }),
      holds: changed.length === 0,
      changed,
    })),
    silence: silence.map(({ silence: { opened, deadline, level, notified, broken = [] }, state, changed }) => ({
      opened,
      deadline,
      level,
      ...(notified !== undefined && { notified }),
      brokenBy: broken.map(({ by }) => by),
      state,
      changed,
    })),
  };
}
