/** The only writer: a plan is carried out whole, or not at all. */
import { lstat, mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Plan, PlannedWrite } from '../model/plan.ts';
import { keepMode, linkOrCopy, moveOver, syncFolder, writeAtomic, writeNew } from './atomic-write.ts';
import { containedPath, isWithin, writablePath } from './file-system.ts';
import type { NodeGit } from './git.ts';
import {
  createRepository,
  currentRef,
  identityError,
  moveRefs,
  type PreparedCommit,
  prepareCommit,
  prepareTag,
} from './git-write.ts';
import {
  carryOut,
  clearJournal,
  hashFile,
  isUntouched,
  type Journal,
  type JournalFile,
  type JournalRef,
  journalFolder,
  type RefMover,
  readJournal,
  undo,
  writeJournal,
} from './journal.ts';
import { withLock } from './lock.ts';
import { hasTrustedFolder, PRIVATE_FOLDER, privateFolder } from './private-folder.ts';
import { type GitPlace, runGit } from './run-git.ts';
import { WorldError, writeError } from './world-error.ts';

/** Where plans are applied. */
export interface Workplace {
  readonly place: GitPlace;
  readonly git: NodeGit;
  readonly realRoot: () => Promise<string>;
}

/**
 * Applies a plan.
 * @throws WorldError saying what stood in the way; then nothing has changed.
 */
export async function applyPlan(work: Workplace, plan: Plan): Promise<{ commit?: string }> {
  if (isNothing(plan)) return {};
  if (isOutputOnly(plan)) return writeOutputs(work, plan.writes);
  await mkdir(work.place.root, { recursive: true });
  const root = await work.realRoot();
  const folder = await privateFolder(root);
  return withLock(folder, async () => {
    await recover(work, folder);
    return carryOutPlan({ ...work, root, folder: journalFolder(folder), stuck: false }, plan);
  });
}

function isNothing(plan: Plan): boolean {
  const parts = [plan.writes, plan.renames, plan.deletes, plan.tags];
  return parts.every((part) => part.length === 0) && plan.commit === undefined && plan.repository === undefined;
}

/** Outputs that can be made again: each is whole or not there, and no lock is needed. */
function isOutputOnly(plan: Plan): boolean {
  const rest = plan.renames.length + plan.deletes.length + plan.tags.length;
  const onlyWrites = rest === 0 && plan.commit === undefined && plan.repository === undefined;
  return onlyWrites && plan.writes.every((write) => write.durable === false);
}

async function writeOutputs(work: Workplace, writes: readonly PlannedWrite[]): Promise<Record<string, never>> {
  const root = await work.realRoot();
  for (const write of writes) {
    const target = await targetOf(root, write.path);
    if (write.mode === 'new') await refuseExisting(target, write.path);
    try {
      await writeAtomic(target, write.bytes, false);
    } catch (error) {
      throw writeError(error, write.path);
    }
  }
  return {};
}

async function targetOf(root: string, path: string): Promise<string> {
  const target = isAbsolute(path) ? path : await writablePath(root, path);
  if (target !== undefined && !isReserved(root, target)) return target;
  throw new WorldError(
    'outside',
    `${path} leads out of the workspace or into git's own files, so nothing was written.`,
    'Choose a path inside the workspace that is not a link.',
  );
}

/** Git's folder and our own journal are no place for a plan to write. */
function isReserved(root: string, target: string): boolean {
  // Some disks take `.GIT` for `.git`.
  const [first, second] = relative(root, target).toLowerCase().split(sep);
  return first === '.git' || (first === PRIVATE_FOLDER && second !== 'quarantine' && second !== 'recovered');
}

async function refuseExisting(target: string, path: string): Promise<void> {
  if ((await lstat(target).catch(() => undefined)) === undefined) return;
  throw new WorldError(
    'exists',
    `${path} exists already, and it is never overwritten.`,
    'Choose another name, or remove it first.',
  );
}

interface Stage extends Workplace {
  readonly root: string;
  /** Folder of the journal. */
  readonly folder: string;
  /** Set where a plan could neither be finished nor undone. */
  stuck: boolean;
}

/** What will become of one file. */
interface Target {
  readonly path: string;
  readonly staged: string | null;
}

async function carryOutPlan(stage: Stage, plan: Plan): Promise<{ commit?: string }> {
  await clearJournal(stage.folder);
  try {
    await mkdir(stage.folder, { mode: 0o700 });
    const single = singleWrite(plan);
    if (single !== undefined) await writeSingle(stage, single);
    else return await carryOutMany(stage, plan);
  } catch (error) {
    throw writeError(error, stage.root);
  } finally {
    // Where a plan could neither be finished nor undone, its journal stays for the next command.
    if (!stage.stuck) await clearJournal(stage.folder);
  }
  return {};
}

async function carryOutMany(stage: Stage, plan: Plan): Promise<{ commit?: string }> {
  const { journal, commit } = await prepare(stage, plan);
  await writeJournal(stage.folder, journal);
  await finish(stage, journal);
  return commit === undefined ? {} : { commit };
}

/** One file by itself is whole through its rename; it needs no journal. */
function singleWrite(plan: Plan): PlannedWrite | undefined {
  const alone = plan.writes.length === 1 && plan.renames.length + plan.deletes.length + plan.tags.length === 0;
  return alone && plan.commit === undefined && plan.repository === undefined ? plan.writes[0] : undefined;
}

async function writeSingle(stage: Stage, write: PlannedWrite): Promise<void> {
  const target = await targetOf(stage.root, write.path);
  if (write.mode === 'new') await refuseExisting(target, write.path);
  const staged = join(stage.folder, 'new-0');
  await writeNew(staged, write.bytes, write.durable !== false);
  await keepMode(target, staged);
  await mkdir(dirname(target), { recursive: true });
  await moveOver(staged, target);
  await syncFolder(dirname(target));
}

async function finish(stage: Stage, journal: Journal): Promise<void> {
  const refs = refMover(stage.place);
  try {
    await carryOut(stage.folder, journal, refs);
  } catch (error) {
    stage.stuck = true;
    await undo(stage.folder, journal, refs);
    stage.stuck = false;
    throw error;
  }
}

async function prepare(stage: Stage, plan: Plan): Promise<{ journal: Journal; commit?: string }> {
  const targets = await stageTargets(stage, plan);
  const files = await Promise.all([...targets].map(([target, to], index) => journalFile(stage, target, to, index)));
  const folders = await missingFolders(files);
  const git = await prepareGit(stage, plan, targets);
  const journal: Journal = { version: 1, files, folders, index: git.commit?.index ?? null, refs: git.refs };
  return git.commit === undefined ? { journal } : { journal, commit: git.commit.id };
}

/** Folds writes, renames and deletes into what each file will be, by absolute path; new contents are staged. */
async function stageTargets(stage: Stage, plan: Plan): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>();
  await Promise.all(
    plan.writes.map(async (write, index) => {
      const target = await targetOf(stage.root, write.path);
      if (write.mode === 'new') await refuseExisting(target, write.path);
      const staged = `new-${index}`;
      await writeNew(join(stage.folder, staged), write.bytes, write.durable !== false);
      await keepMode(target, join(stage.folder, staged));
      targets.set(target, { path: write.path, staged });
    }),
  );
  for (const [index, { from, to }] of plan.renames.entries()) {
    const [source, target] = [await targetOf(stage.root, from), await targetOf(stage.root, to)];
    if (!targets.has(target)) await refuseExisting(target, to);
    const staged = targets.get(source)?.staged ?? (await stageExisting(stage, from, `moved-${index}`));
    targets.set(target, { path: to, staged });
    targets.set(source, { path: from, staged: null });
  }
  for (const path of plan.deletes) targets.set(await targetOf(stage.root, path), { path, staged: null });
  return targets;
}

async function stageExisting(stage: Stage, path: string, name: string): Promise<string> {
  const real = await containedPath(stage.root, path);
  if (real === undefined) throw new WorldError('missing', `${path} does not exist, so it can't be renamed.`);
  await linkOrCopy(real, join(stage.folder, name));
  return name;
}

async function journalFile(stage: Stage, target: string, to: Target, index: number): Promise<JournalFile> {
  const oldHash = await hashFile(target);
  const backup = oldHash === null ? null : `old-${index}`;
  if (backup !== null) await linkOrCopy(target, join(stage.folder, backup));
  const newHash = to.staged === null ? null : await hashFile(join(stage.folder, to.staged));
  return { target, staged: to.staged, backup, oldHash, newHash };
}

async function missingFolders(files: readonly JournalFile[]): Promise<readonly string[]> {
  const missing = new Set<string>();
  for (const { target, staged } of files) {
    if (staged === null) continue;
    for (let folder = dirname(target); !missing.has(folder); folder = dirname(folder)) {
      if ((await lstat(folder).catch(() => undefined)) !== undefined) break;
      missing.add(folder);
    }
  }
  return [...missing].sort((a, b) => a.length - b.length);
}

interface PreparedGit {
  readonly commit?: PreparedCommit;
  readonly refs: readonly JournalRef[];
}

async function prepareGit(stage: Stage, plan: Plan, targets: ReadonlyMap<string, Target>): Promise<PreparedGit> {
  if (plan.commit === undefined && plan.tags.length === 0 && plan.repository === undefined) return { refs: [] };
  await requireIdentity(stage.place, plan);
  const state = await repositoryFor(stage, plan);
  const staged = new Map(
    [...targets]
      .filter(([path]) => isWithin(stage.root, path))
      .map(([path, to]) => [inside(stage.root, path), to.staged]),
  );
  const context = { ...stage, realRoot: stage.root, staged, prefix: state.prefix, head: state.head };
  const commit =
    plan.commit === undefined
      ? undefined
      : await prepareCommit({ ...context, changed: await stage.git.changed() }, plan.commit);
  const refs: JournalRef[] = commit === undefined ? [] : [commit.ref];
  for (const tag of plan.tags) {
    const target = tag.target === 'HEAD' ? (commit?.id ?? state.head ?? '') : tag.target;
    refs.push(await prepareTag(stage.place, tag, target));
  }
  return commit === undefined ? { refs } : { commit, refs };
}

function inside(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

async function requireIdentity(place: GitPlace, plan: Plan): Promise<void> {
  const needed =
    (plan.commit !== undefined && plan.commit.author === undefined) ||
    plan.tags.some((tag) => tag.tagger === undefined);
  if (needed && (await runGit(place, ['var', 'GIT_COMMITTER_IDENT'])).code !== 0) throw identityError();
}

async function repositoryFor(stage: Stage, plan: Plan) {
  const state = await stage.git.state();
  const inAnother = plan.repository === 'own' && state.prefix !== '';
  if ((state.kind === 'none' && plan.repository !== undefined) || inAnother) {
    await createRepository(stage.place);
    // What was read so far came from the repository around this one.
    stage.git.close();
    return stage.git.state();
  }
  if (state.kind === 'ready' || state.kind === 'empty') return state;
  const unsafe = state.kind === 'unsafe';
  throw new WorldError(
    'no-repository',
    unsafe ? 'Git refuses this repository because it belongs to somebody else.' : 'There is no git repository here.',
    unsafe ? `If you trust it, run: git config --global --add safe.directory "${stage.root}"` : 'Run: git init',
  );
}

function refMover(place: GitPlace): RefMover {
  return { current: (name) => currentRef(place, name), move: (moves) => moveRefs(place, moves) };
}

/** Finishes or undoes a plan that was interrupted. Call it under the lock. */
async function recover(work: Workplace, folder: string): Promise<void> {
  const at = journalFolder(folder);
  const journal = await readJournal(at);
  if (journal !== undefined) {
    const refs = refMover(work.place);
    if (await isUntouched(journal, refs)) await finishOrUndo(at, journal, refs);
    else await undo(at, journal, refs);
  }
  await clearJournal(at);
}

async function finishOrUndo(at: string, journal: Journal, refs: RefMover): Promise<void> {
  try {
    await carryOut(at, journal, refs);
  } catch {
    await undo(at, journal, refs);
  }
}

/**
 * Mends the workspace after a command that was killed; does nothing where there is nothing to mend.
 * A command that is still writing is waited for, so that a reader never sees half a plan.
 */
export async function mend(work: Workplace): Promise<void> {
  const root = await work.realRoot().catch(() => undefined);
  if (root === undefined) return;
  const folder = join(root, PRIVATE_FOLDER);
  if ((await readJournal(journalFolder(folder))) === undefined || !(await hasTrustedFolder(root))) return;
  await withLock(folder, () => recover(work, folder));
}
