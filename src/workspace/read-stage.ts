import type { RepositoryState, World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process, Stage } from '../model/process.ts';
import { WORKING } from '../model/vocabulary.ts';
import type { FrozenStage, StageText } from '../model/workspace.ts';
import { decodeText } from './decode.ts';
import { FOLDERS, PROCESS_FILE } from './layout.ts';
import { loadProcess } from './load-process.ts';
import { readSections } from './read-sections.ts';
import { readResources } from './resources.ts';
import { selectText, textFolders } from './select-text.ts';
import { committedFiles, filesAt, type StageFiles, workingFiles } from './stage-files.ts';
import { missingText, notFrozen, stateProblem, unknownStage } from './stage-problems.ts';
import { freezesOf } from './stage-tags.ts';

/** A stage as read. Without a text, the findings say why there is none; what is about the text itself stands with it. */
export interface StageReading {
  readonly text?: StageText;
  readonly findings: readonly Finding[];
}

/**
 * Reads a stage by its id, `working`, or anything git can resolve.
 * A frozen stage comes from git's objects alone: the work tree is neither read nor touched.
 *
 * @param process The process of the work tree.
 */
export async function readStage(world: World, process: Process, name: string): Promise<StageReading> {
  if (name === WORKING) return { text: await readWorking(world, process), findings: [] };
  const stage = process.stages.find(({ id }) => id === name);
  if (stage === undefined) return readRef(world, process, name);
  const state = await world.git.state();
  const problem = stateProblem(state);
  if (problem !== undefined) return { findings: [problem] };
  const frozen = freezesOf(stage, state.prefix, await world.git.tags()).at(-1);
  if (frozen === undefined) return { findings: [notFrozen(stage, state)] };
  return { text: await readFrozen(world, { process, frozen, prefix: state.prefix }), findings: [] };
}

/** Where a text is that the process does not name. */
export interface TextElsewhere {
  /** Folder or file; empty for all there is. */
  readonly path: string;
  /** True outside a workspace: no folder has a meaning of its own. */
  readonly plain: boolean;
}

/**
 * Reads the text at a tag, branch or commit.
 *
 * @param elsewhere Where the text was, if it is not to be where the process says.
 */
export async function readRef(
  world: World,
  process: Process,
  ref: string,
  elsewhere?: TextElsewhere,
): Promise<StageReading> {
  const state = await world.git.state();
  const commit = state.kind === 'ready' ? await resolveRef(world, state, ref) : undefined;
  if (commit === undefined) return { findings: [stateProblem(state) ?? unknownStage(ref, process, state)] };
  const date = (await world.git.commitDate(commit)) ?? '';
  const source = { world, process, commit, prefix: state.prefix };
  const path = elsewhere?.path ?? '';
  const name = path === '' ? ref : `${ref}:${path}`;
  const about = { id: name, title: name, date, ...(elsewhere !== undefined && { elsewhere }) };
  return { text: await readCommitted(source, about), findings: [] };
}

/** A text that lies somewhere in a World, stage or not. */
export interface TextAt extends TextElsewhere {
  /** What the user called it. */
  readonly name: string;
  /** True where the path is a file's, so that nothing else is looked at. */
  readonly single: boolean;
}

/** Reads a text by its place, without asking git. */
export async function readTextAt(world: World, process: Process, at: TextAt): Promise<StageText> {
  const { path, name, single, plain } = at;
  const files = single ? filesAt(world, [path]) : await workingFiles(world, [path]);
  const text = await readText(world, files, { process, id: name, text: path, plain });
  return { id: name, title: name, process, ...text, asset: (asset) => world.read(asset), dirty: false };
}

async function resolveRef(world: World, { prefix }: RepositoryState, ref: string): Promise<string | undefined> {
  const own = prefix === '' ? undefined : await world.git.resolve(`refs/tags/${prefix}${ref}`);
  return own ?? world.git.resolve(ref);
}

/** Reads the text as it stands in the folder. */
async function readWorking(world: World, process: Process): Promise<StageText> {
  const reading = workingFiles(world, [...textFolders(process.text), FOLDERS.resources]).then((files) =>
    readText(world, files, { process, id: WORKING, text: process.text }),
  );
  // Git is at work while the text is read.
  const [text, state, changed] = await Promise.all([reading, world.git.state(), world.git.changed()]);
  return {
    id: WORKING,
    title: process.title,
    process,
    ...text,
    asset: (path) => world.read(path),
    ...(state.head !== undefined && { commit: state.head }),
    ...(state.headDate !== undefined && { date: state.headDate }),
    dirty: changed.length > 0,
  };
}

interface Frozen {
  readonly process: Process;
  readonly frozen: FrozenStage;
  readonly prefix: string;
}

async function readFrozen(world: World, { process, frozen, prefix }: Frozen): Promise<StageText> {
  const { stage, commit, date } = frozen;
  const read = await readCommitted(
    { world, process, commit, prefix },
    { id: stage.id, title: stage.title, date, stage },
  );
  return { ...read, frozen };
}

interface Committed {
  readonly world: World;
  /** The process of the work tree. */
  readonly process: Process;
  readonly commit: string;
  readonly prefix: string;
}

interface About {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  /** The stage as the work tree's process has it. */
  readonly stage?: Stage;
  /** Where the text was, where the user says so. */
  readonly elsewhere?: TextElsewhere;
}

async function readCommitted({ world, process, commit, prefix }: Committed, about: About): Promise<StageText> {
  const files = await committedFiles(world, commit, prefix);
  const own = await processOf(world, files);
  const inForce = own.process ?? process;
  // What is said of this stage today wins: it is written to say where the text was.
  const where = about.elsewhere?.path ?? about.stage?.text ?? inForce.text;
  const plain = about.elsewhere?.plain ?? false;
  const text = await readText(world, files, { process: inForce, id: about.id, text: where, plain });
  return {
    id: about.id,
    title: about.title,
    process: inForce,
    ...text,
    findings: [...own.findings, ...text.findings],
    asset: async (path) => (await files.contents([path])).get(path),
    commit,
    date: about.date,
    dirty: false,
  };
}

/** The process a stage was frozen with. One that does not hold by today's rules gives way to the work tree's. */
async function processOf(
  world: World,
  files: StageFiles,
): Promise<{ process?: Process; findings: readonly Finding[] }> {
  const bytes = (await files.contents([PROCESS_FILE])).get(PROCESS_FILE);
  const source = bytes === undefined ? undefined : decodeText(bytes, PROCESS_FILE).text;
  if (source === undefined) return { findings: [] };
  const { process } = await loadProcess(world, source);
  if (process !== undefined) return { process, findings: [] };
  return {
    findings: [
      {
        check: 'stages/old-process',
        severity: 'info',
        message: `The ${PROCESS_FILE} of this stage does not hold; the one in the folder is used for it.`,
        place: { file: PROCESS_FILE, line: 1, column: 1 },
      },
    ],
  };
}

interface TextPlace {
  readonly process: Process;
  readonly id: string;
  readonly text: string | readonly string[] | undefined;
  readonly plain?: boolean;
}

async function readText(
  world: World,
  files: StageFiles,
  { process, id, text, plain = false }: TextPlace,
): Promise<Pick<StageText, 'sections' | 'resources' | 'findings'>> {
  const selection = selectText(text, files.paths, { ...process, plain });
  const read = await readSections(world, files, { paths: selection.files, language: process.language });
  const resources = plain ? { resources: [], findings: [] } : await readResources(world, files);
  const missing = selection.missing.map((path) => missingText(id, path, selection.files.length > 0));
  const folders = [...textFolders(text), FOLDERS.resources];
  const near = files.findings.filter(({ place }) => folders.some((folder) => isIn(place.file, folder)));
  return {
    sections: read.sections,
    resources: resources.resources,
    findings: [...missing, ...near, ...read.findings, ...resources.findings],
  };
}

function isIn(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
