import type { World } from '../io/world.ts';
import type { Distribution } from '../model/document.ts';
import type { Process, Stage } from '../model/process.ts';
import type { FrozenStage } from '../model/workspace.ts';
import { nearest } from '../text/nearest.ts';
import { CannotRun } from './cannot-run.ts';
import { knownStage } from './clearance.ts';
import { dateOf } from './clearance-edits.ts';
import { type CommandInput, text, texts } from './command-spec.ts';
import { fileName } from './compile.ts';
import type { CommandContext } from './context.ts';
import { outputFolder } from './output-folder.ts';
import { chosenFormats } from './render-outputs.ts';

/** A circulation as it is asked for, with what flags leave out. */
export interface CirculationCall {
  readonly stage: Stage;
  readonly frozen: FrozenStage;
  /** Stakeholder group; absent where only an export is asked for. */
  readonly group: string | undefined;
  readonly stakeholders: readonly string[];
  readonly since: string | undefined;
  readonly date: string;
  readonly deadline: string | undefined;
  readonly distribution: Distribution;
  /** Who is told reasons of changes: a stakeholder group is of the public, whatever stands on the cover, unless said. */
  readonly readers: 'public' | 'core-group';
  readonly formats: ReturnType<typeof chosenFormats>;
  /** Folder for what is sent. */
  readonly out: string;
  /** Folder for a public export, absolute. */
  readonly exportTo: string | undefined;
}

interface Asked {
  readonly input: CommandInput;
  readonly context: CommandContext;
}

/**
 * Reads what is to be circulated.
 *
 * @throws CannotRun where the stage is not frozen, or somebody it is to go to is not known.
 */
export async function circulationCall(world: World, process: Process, asked: Asked): Promise<CirculationCall> {
  const { input, context } = asked;
  const stage = await knownStage(world, process, input.args[0] ?? '');
  const freezes = await frozenStages(world, process);
  const frozen = freezes.get(stage.id);
  if (frozen === undefined) throw await notYetFrozen(world, stage);
  const group = text(input, 'to');
  const exportTo = outputFolder(text(input, 'export'), context);
  if (group === undefined && exportTo === undefined)
    throw new CannotRun(
      'To whom it goes was not said.',
      'Add --to with a stakeholder group, or --export with a folder.',
    );
  const reads = text(input, 'distribution');
  const names = [stage.id, ...(group === undefined ? [] : [group])].map(fileName).join('-');
  return {
    stage,
    frozen,
    group: group === undefined ? undefined : knownGroup(process, group),
    stakeholders: await knownStakeholders(world, texts(input, 'stakeholder'), group),
    since: text(input, 'since') === undefined ? stageBefore(process, stage, freezes) : text(input, 'since'),
    date: dateOf({ input, world }, 'date'),
    deadline: text(input, 'deadline') === undefined ? undefined : dateOf({ input, world }, 'deadline'),
    distribution: (reads ?? process.markings?.distribution ?? 'public') as Distribution,
    readers: reads === 'core-group' ? reads : 'public',
    formats: chosenFormats(texts(input, 'formats'), ['pdf']),
    out: outputFolder(text(input, 'out'), context) ?? `build/circulated/${names}`,
    exportTo,
  };
}

async function frozenStages(world: World, process: Process): Promise<ReadonlyMap<string, FrozenStage>> {
  const state = await world.git.state();
  if (state.kind !== 'ready') return new Map();
  const { freezesOf } = await import('../workspace/stage-tags.ts');
  const tags = await world.git.tags();
  const last = process.stages.map((stage) => [stage.id, freezesOf(stage, state.prefix, tags).at(-1)] as const);
  return new Map(last.flatMap(([id, frozen]) => (frozen === undefined ? [] : [[id, frozen] as const])));
}

async function notYetFrozen(world: World, stage: Stage): Promise<CannotRun> {
  const { notFrozen, stateProblem } = await import('../workspace/stage-problems.ts');
  const state = await world.git.state();
  const { message, hint } = stateProblem(state) ?? notFrozen(stage, state);
  return new CannotRun(`${message} What goes out is a stage that stays as it is.`, hint);
}

/** The last stage before it that is frozen: what readers have seen. */
function stageBefore(process: Process, stage: Stage, frozen: ReadonlyMap<string, FrozenStage>): string | undefined {
  const before = process.stages.slice(0, process.stages.indexOf(stage));
  return before.findLast(({ id }) => frozen.has(id))?.id;
}

function knownGroup(process: Process, group: string): string {
  const known = (process.groups ?? []).map(({ id }) => id);
  if (known.includes(group)) return group;
  const near = nearest(group, known);
  throw new CannotRun(
    `There is no stakeholder group "${group.slice(0, 60)}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    known.length === 0 ? 'Declare groups in penholder.yaml.' : `Groups are ${known.join(', ')}.`,
  );
}

async function knownStakeholders(world: World, ids: readonly string[], group: string | undefined) {
  if (ids.length === 0) return ids;
  const { loadStakeholders } = await import('../workspace/stakeholders.ts');
  const { stakeholders } = await loadStakeholders(world);
  const known = stakeholders.filter((one) => one.group === group).map(({ id }) => id);
  const wrong = ids.find((id) => !known.includes(id));
  if (wrong === undefined) return ids;
  const near = nearest(wrong, known);
  throw new CannotRun(
    `stakeholders.yaml has no "${wrong.slice(0, 60)}" in the group "${group ?? ''}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
    'Give ids as they stand in stakeholders.yaml.',
  );
}
