import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import type { FrozenStage } from '../model/workspace.ts';
import { type StatusContext, status, statusData } from '../reports/status.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';

const QUARANTINE = '.penholder/quarantine';

/** `penholder status`: where the process stands, on one screen or as JSON. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const read = await readStatus(world, process);
  await world.cache.save();
  if (flag(input, 'json')) {
    context.print(JSON.stringify(status.build(read, {}).data, null, 2));
    return EXIT.clean;
  }
  const { statusScreen } = await import('./status-screen.ts');
  context.print(statusScreen(statusData(read), { chalk: await context.chalk('out'), width: context.terminal.width }));
  return EXIT.clean;
}

/** Reads how the process stands. */
export async function readStatus(world: World, process: Process): Promise<StatusContext> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const workspace = await loadWorkspace(world, { process, needs: new Set(['notes', 'responses']) });
  return {
    workspace,
    frozen: await frozenStages(world, process),
    sections: await countSections(world, process),
    quarantined: (await world.list(QUARANTINE)).filter(({ path }) => path.endsWith('.md')).length,
    today: world.today(),
  };
}

async function frozenStages(world: World, process: Process): Promise<readonly FrozenStage[] | undefined> {
  const state = await world.git.state();
  if (state.kind === 'empty') return [];
  if (state.kind !== 'ready') return undefined;
  const { freezesOf } = await import('../workspace/stage-tags.ts');
  const tags = await world.git.tags();
  return process.stages.flatMap((stage) => freezesOf(stage, state.prefix, tags).at(-1) ?? []);
}

/** How many files the text has as it stands; none of them is read. */
async function countSections(world: World, process: Process): Promise<number> {
  const { workingFiles } = await import('../workspace/stage-files.ts');
  const { selectText, textFolders } = await import('../workspace/select-text.ts');
  const { paths } = await workingFiles(world, textFolders(process.text));
  return selectText(process.text, paths, process).files.length;
}
