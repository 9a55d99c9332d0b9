import { plainProcess } from '../drafts/plain-process.ts';
import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { TextElsewhere } from '../workspace/read-stage.ts';
import { CannotRun } from './cannot-run.ts';
import { pathInside, within } from './check-files.ts';
import type { CommandContext } from './context.ts';
import { openProcess } from './open-process.ts';
import { absolutePath } from './output-folder.ts';
import { composePlain, type LookOptions, lastPart, type NamedText, withOwnTitle } from './plain-texts.ts';
import { type ComposedStage, composeStage, composeText, noStage } from './stages.ts';

/** Where texts are compared: in a workspace with its process, or anywhere else. */
export interface Setting {
  readonly world: World;
  readonly process: Process;
  /** False outside a workspace: then there are no stages, no inputs and no responses. */
  readonly workspace: boolean;
  readonly findings: readonly Finding[];
  readonly context: CommandContext;
}

/**
 * Opens the workspace around the folder of the call, or what stands for one where there is none.
 *
 * @param format How findings on a process that does not hold are printed.
 * @returns undefined where the process does not hold; its findings have been printed.
 */
export async function openSetting(context: CommandContext, format?: string): Promise<Setting | undefined> {
  const world = await context.world().catch((error: unknown) => {
    if (error instanceof CannotRun) return undefined;
    throw error;
  });
  if (world === undefined) {
    const process = plainProcess(lastPart(context.folder), 'en');
    return { world: context.worldAt(context.folder), process, workspace: false, findings: [], context };
  }
  const { process, findings } = await openProcess(world, context, format);
  return process === undefined ? undefined : { world, process, workspace: true, findings, context };
}

/**
 * Reads and composes one of the texts to be compared: a stage, else a path, else what git knows by that name; `<ref>:<path>` is a
 * part of what git knows.
 *
 * @throws CannotRun where it is none of these.
 */
export async function composeNamed(setting: Setting, name: string, look: LookOptions = {}): Promise<ComposedStage> {
  const { world, process, workspace } = setting;
  if (workspace && (name === WORKING || process.stages.some(({ id }) => id === name)))
    return composeStage(world, process, name, look);
  const byPath = await readPath(setting, name, look);
  if (byPath !== undefined) return byPath;
  if (name === WORKING) return composeFolder(setting, look);
  return composeRef(setting, name, look);
}

async function composeFolder(setting: Setting, look: LookOptions): Promise<ComposedStage> {
  const { world, process, context } = setting;
  const { readTextAt } = await import('../workspace/read-stage.ts');
  const title = lastPart(context.folder);
  const text = await readTextAt(world, process, { path: '', name: WORKING, single: false, plain: true });
  return composePlain(world, { ...text, title }, { name: title, look });
}

async function composeRef(
  { world, process, workspace }: Setting,
  name: string,
  look: LookOptions,
): Promise<ComposedStage> {
  const { readRef } = await import('../workspace/read-stage.ts');
  const colon = name.indexOf(':');
  const [ref, path] = colon < 0 ? [name, ''] : [name.slice(0, colon), name.slice(colon + 1)];
  const elsewhere: TextElsewhere | undefined = !workspace || path !== '' ? { path, plain: !workspace } : undefined;
  if (workspace) await refuseRecords(path.replace(/^(?:\.\/)+/u, ''), name);
  const { text, findings } = await readRef(world, process, ref, elsewhere);
  if (text === undefined) throw workspace ? noStage(name, findings) : nothingThere(name);
  if (!workspace) return composePlain(world, text, { name, look });
  const composed = composeText(world, text, look);
  return { ...composed, findings: [...findings, ...composed.findings] };
}

/** The text at a path the user named; undefined where there is nothing. */
async function readPath(setting: Setting, name: string, look: LookOptions): Promise<ComposedStage | undefined> {
  const { context, workspace } = setting;
  const path = absolutePath(name, context).replace(/(?<=[^/\\])[/\\]+$/u, '');
  if (workspace) await refuseRecords(pathInside(setting.world, path), name);
  const bytes = await setting.world.readNamed(path);
  const single = bytes !== undefined;
  const world = single ? withFile(context.worldAt(folderAbove(path)), lastPart(path), bytes) : context.worldAt(path);
  if (!single && (await world.list('').catch(() => [])).length === 0) return undefined;
  const own = single ? undefined : await processAt(world);
  if (own !== undefined) return composeOther(world, own, { name, look });
  const process = workspace ? setting.process : plainProcess(lastPart(path), 'en');
  const { readTextAt } = await import('../workspace/read-stage.ts');
  const text = await readTextAt(world, process, { path: single ? lastPart(path) : '', name, single, plain: true });
  if (workspace) return composeText(world, text, look);
  const shown = { ...text, title: lastPart(path) };
  return composePlain(world, single ? withOwnTitle(shown) : shown, { name, look });
}

/** Another workspace, as it stands in its folder. */
async function composeOther(world: World, process: Process, { name, look }: NamedText): Promise<ComposedStage> {
  const { text, document, findings } = await composeStage(world, process, WORKING, look);
  return { text: { ...text, id: name, title: name }, document, findings };
}

/**
 * What was said in confidence is compared by nobody for a reader who may not know it.
 *
 * @throws CannotRun where a path of the workspace is one of records.
 */
async function refuseRecords(path: string | undefined, name: string): Promise<void> {
  const { FOLDERS } = await import('../workspace/layout.ts');
  if (
    path === undefined ||
    path === '' ||
    !within(path, [FOLDERS.consultations, FOLDERS.decisions, FOLDERS.clearances, FOLDERS.circulations, FOLDERS.private])
  )
    return;
  throw new CannotRun(
    `"${name}" holds records of consultations or decisions, which are no text that is drafted.`,
    'Who may know what of them is decided input by input, and a comparison would tell all of it. Compare texts.',
  );
}

/** A World in which the file the user named is read, even where it is a link to somewhere else, and nothing of it is kept. */
function withFile(world: World, name: string, bytes: Uint8Array): World {
  const cache = { ...world.cache, get: async () => undefined, set: () => undefined };
  return { ...world, cache, read: async (path) => (path === name ? bytes : world.read(path)) };
}

/** The process of a folder that is a workspace of its own. */
async function processAt(world: World): Promise<Process | undefined> {
  const { PROCESS_FILE } = await import('../workspace/layout.ts');
  if ((await world.read(PROCESS_FILE)) === undefined) return undefined;
  const { loadProcess } = await import('../workspace/load-process.ts');
  return (await loadProcess(world)).process;
}

function nothingThere(name: string): CannotRun {
  return new CannotRun(
    `There is no file, folder, tag, branch or commit called "${name.slice(0, 60)}" here.`,
    'Name two Markdown files or folders, or tags, branches or commits of the git repository you are in.',
  );
}

function folderAbove(path: string): string {
  const above = path.replace(/[/\\][^/\\]*$/u, '');
  return above === '' ? '/' : above;
}
