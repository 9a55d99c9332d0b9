import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { FrozenStage, Workspace } from '../model/workspace.ts';
import { type StatusContext, status, statusData } from '../reports/status.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { outputFolder } from './output-folder.ts';

const QUARANTINE = '.penholder/quarantine';

/** `penholder status`: where the process stands, on one screen or as JSON. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const lead = text(input, 'lead');
  checkLead(process, lead);
  const read = await readStatus(world, process, lead);
  await world.cache.save();
  const calendar = text(input, 'ics');
  if (calendar !== undefined) return writeCalendar(read, calendar, { world, context, process });
  if (flag(input, 'json')) {
    context.print(JSON.stringify(status.build(read, {}).data, null, 2));
    return EXIT.clean;
  }
  const { statusScreen } = await import('./status-screen.ts');
  context.print(statusScreen(statusData(read), { chalk: await context.chalk('out'), width: context.terminal.width }));
  return EXIT.clean;
}

function checkLead(process: Process, lead: string | undefined): void {
  const members = (process['core-group'] ?? []).map(({ id }) => id);
  if (lead === undefined || members.includes(lead)) return;
  throw new CannotRun(
    `The core group has no member "${lead.slice(0, 60)}".`,
    members.length === 0 ? 'penholder.yaml names no core group.' : `Members are ${members.join(', ')}.`,
  );
}

interface CalendarOutput {
  readonly world: World;
  readonly context: CommandContext;
  readonly process: Process;
}

/** The timeline as a file that calendar programs read; nothing in it is confidential. */
async function writeCalendar(
  read: StatusContext,
  path: string,
  { world, context, process }: CalendarOutput,
): Promise<number> {
  const { timeline } = await import('../reports/status/calendar.ts');
  const { ics } = await import('../exports/ics.ts');
  const { writeFiles } = await import('./render-outputs.ts');
  const { epochOf } = await import('./stages.ts');
  const { headDate: date } = await world.git.state();
  const seconds = epochOf(world, date === undefined ? {} : { date });
  const bytes = await ics.render(timeline(read, new Date(seconds * 1000).toISOString()));
  const stem = `${process.name ?? 'draft'}-timeline`;
  const files = [{ stem, extension: ics.extension, format: ics.id, bytes }];
  const written = await writeFiles(world, files, { out: outputFolder(path, context), process });
  for (const one of written) context.print(one.path);
  return EXIT.clean;
}

/**
 * Reads how the process stands.
 *
 * @param lead Only what waits for this member of the core group.
 */
export async function readStatus(world: World, process: Process, lead?: string): Promise<StatusContext> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { clearanceStates } = await import('../workspace/standings.ts');
  const needs = new Set(['notes', 'responses', 'questionnaires', 'clearances', 'circulations'] as const);
  const workspace = await loadWorkspace(world, { process, needs });
  return {
    workspace,
    progress: await progressSources(world, workspace),
    clearances: await clearanceStates(world, process, workspace.clearances ?? []),
    ...(lead !== undefined && { lead }),
    frozen: await frozenStages(world, process),
    sections: await countSections(world, process),
    quarantined: (await world.list(QUARANTINE)).filter(({ path }) => path.endsWith('.md')).length,
    today: world.today(),
  };
}

/** Who leads on what, and how the passages read today. */
async function progressSources(world: World, { process, questionnaires }: Workspace) {
  const { readStage } = await import('../workspace/read-stage.ts');
  const { leadIndex } = await import('../trace/leads.ts');
  const { passageFingerprints } = await import('../trace/passage-fingerprints.ts');
  const { text } = await readStage(world, process, WORKING);
  const sections = text?.sections ?? [];
  return { leads: leadIndex(sections, questionnaires), prints: passageFingerprints(sections) };
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
