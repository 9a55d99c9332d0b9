/** What a plan makes of each file, staged beside the journal. */
import { lstat, readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Plan, PlannedWrite } from '../model/plan.ts';
import { keepMode, linkOrCopy, writeNew } from './atomic-write.ts';
import { containedPath, writablePath } from './file-system.ts';
import { hashFile, type JournalFile } from './journal.ts';
import { PRIVATE_FOLDER } from './private-folder.ts';
import type { Stage } from './workplace.ts';
import { WorldError } from './world-error.ts';

/**
 * Absolute path a plan may write to.
 *
 * @throws WorldError `outside` where it leads out of the workspace or into what is not a plan's to write.
 */
export async function targetOf(root: string, path: string): Promise<string> {
  const target = isAbsolute(path) ? path : await writablePath(root, path);
  if (target !== undefined && !isReserved(root, target)) return target;
  throw new WorldError(
    'outside',
    `${path} leads out of the workspace or into git's own files, so nothing was written.`,
    'Choose a path inside the workspace that is not a link.',
  );
}

/** Folders of the private folder that plans may write to: what waits, what was saved, keys, and what was unsealed. */
const OPEN_FOLDERS = new Set(['quarantine', 'recovered', 'keys', 'opened']);

/** Git's folder and our own journal are no place for a plan to write. */
function isReserved(root: string, target: string): boolean {
  // Some disks take `.GIT` for `.git`.
  const [first, second] = relative(root, target).toLowerCase().split(sep);
  return first === '.git' || (first === PRIVATE_FOLDER && !OPEN_FOLDERS.has(second ?? ''));
}

/** Throws WorldError `exists` where there is something at the path. */
export async function refuseExisting(target: string, path: string): Promise<void> {
  if ((await lstat(target).catch(() => undefined)) !== undefined) throw existsError(path);
}

/** Throws WorldError `changed` where a file is no longer what the plan was made from: somebody saved it meanwhile. */
export async function refuseChanged(target: string, { path, was }: PlannedWrite): Promise<void> {
  if (was === undefined) return;
  const now = await readFile(target).catch(() => undefined);
  if (now === undefined || !now.equals(was)) throw changedError(path);
}

/** The error of a file that was saved while a plan was made. */
export function changedError(path: string): WorldError {
  return new WorldError(
    'changed',
    `${path} was changed by somebody else in this very moment, so nothing was written.`,
    'Run the command again.',
  );
}

function existsError(path: string): WorldError {
  return new WorldError(
    'exists',
    `${path} exists already, and it is never overwritten.`,
    'Choose another name, or remove it first.',
  );
}

/** What will become of one file. */
export interface Target {
  readonly path: string;
  readonly staged: string | null;
}

/** Folds writes, renames and deletes into what each file will be, by absolute path; new contents are staged. */
export async function stageTargets(stage: Stage, plan: Plan): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>();
  await Promise.all(
    plan.writes.map(async (write, index) => {
      const target = await targetOf(stage.root, write.path);
      if (write.mode === 'new') await refuseExisting(target, write.path);
      await refuseChanged(target, write);
      const staged = `new-${index}`;
      await writeNew(join(stage.folder, staged), write.bytes, write.durable !== false);
      await keepMode(target, join(stage.folder, staged));
      targets.set(target, { path: write.path, staged });
    }),
  );
  for (const [index, { from, to }] of plan.renames.entries()) {
    const [source, target] = [await targetOf(stage.root, from), await targetOf(stage.root, to)];
    const planned = targets.get(target);
    if (planned === undefined) await refuseExisting(target, to);
    else if (planned.staged !== null) throw existsError(to);
    const staged = await stagedSource(stage, { from, planned: targets.get(source), name: `moved-${index}` });
    targets.set(target, { path: to, staged });
    targets.set(source, { path: from, staged: null });
  }
  for (const path of plan.deletes) targets.set(await targetOf(stage.root, path), { path, staged: null });
  return targets;
}

interface RenameSource {
  readonly from: string;
  /** What earlier steps of the plan make of it. */
  readonly planned: Target | undefined;
  readonly name: string;
}

async function stagedSource(stage: Stage, { from, planned, name }: RenameSource): Promise<string> {
  if (planned !== undefined && planned.staged !== null) return planned.staged;
  const real = planned === undefined ? await containedPath(stage.root, from) : undefined;
  if (real === undefined) throw new WorldError('missing', `${from} does not exist, so it can't be renamed.`);
  await linkOrCopy(real, join(stage.folder, name));
  return name;
}

/** What the journal says of one file; its old content gets a second name first. */
export async function journalFile(stage: Stage, target: string, to: Target, index: number): Promise<JournalFile> {
  const oldHash = await hashFile(target);
  const backup = oldHash === null ? null : `old-${index}`;
  if (backup !== null) await linkOrCopy(target, join(stage.folder, backup));
  const newHash = to.staged === null ? null : await hashFile(join(stage.folder, to.staged));
  return { target, staged: to.staged, backup, oldHash, newHash };
}

/** Folders that the files need and that are not there, outermost first. */
export async function missingFolders(files: readonly JournalFile[]): Promise<readonly string[]> {
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
