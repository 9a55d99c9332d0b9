/**
 * The journal: what makes a plan of many files, a commit and tags whole.
 *
 * Everything new is staged beside the journal first, and everything old gets a second name there. Writing `journal.json` is the
 * point of no return: before it nothing has changed; after it each step can be done, undone and done again from what is staged,
 * so that whoever finds a journal can finish it.
 */
import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linkOrCopy, moveOver, syncFolder, writeNew } from './atomic-write.ts';
import { systemCode } from './world-error.ts';

/** One file the plan changes. */
export interface JournalFile {
  /** Absolute path. */
  readonly target: string;
  /** Name of the staged content; null where the file is to be deleted. */
  readonly staged: string | null;
  /** Name under which the old content is kept; null where there was none. */
  readonly backup: string | null;
  readonly oldHash: string | null;
  readonly newHash: string | null;
}

/** One ref the plan moves; null where there was none. */
export interface JournalRef {
  readonly name: string;
  readonly from: string | null;
  readonly to: string;
}

/** Git's index, replaced as a file. */
export interface JournalIndex {
  readonly target: string;
  readonly staged: string;
  readonly backup: string | null;
  readonly oldHash: string | null;
  readonly newHash: string;
}

/** What is to be done. */
export interface Journal {
  readonly version: 1;
  readonly files: readonly JournalFile[];
  /** Folders that were not there, deepest last; removed again when undone, if empty. */
  readonly folders: readonly string[];
  readonly index: JournalIndex | null;
  readonly refs: readonly JournalRef[];
}

/** Refs as the journal moves them; git does it in the node world. */
export interface RefMover {
  readonly current: (name: string) => Promise<string | null>;
  /** Moves all or none. `to` null: removes it. */
  readonly move: (moves: readonly { name: string; from: string | null; to: string | null }[]) => Promise<void>;
}

const FILE = 'journal.json';

/** Path of the journal's folder in the private folder. */
export function journalFolder(privateFolder: string): string {
  return join(privateFolder, 'journal');
}

/** Hash of a file's content; null where there is none. */
export async function hashFile(path: string): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (error) {
    if (ABSENT.has(systemCode(error) ?? '')) return null;
    throw error;
  }
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR']);

/** Writes the journal: from here on the plan is carried out, by this command or by the next. */
export async function writeJournal(folder: string, journal: Journal): Promise<void> {
  const draft = join(folder, `${FILE}.new`);
  await writeNew(draft, Buffer.from(JSON.stringify(journal)), true);
  await rename(draft, join(folder, FILE));
  await syncFolder(folder);
}

/** The journal of an interrupted plan. One that can't be read was never finished being written, and nothing was done. */
export async function readJournal(folder: string): Promise<Journal | undefined> {
  try {
    const value = JSON.parse(await readFile(join(folder, FILE), 'utf8')) as Journal;
    return value.version === 1 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the journal, then what was staged for it. */
export async function clearJournal(folder: string): Promise<void> {
  await unlink(join(folder, FILE)).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}

/**
 * Carries a journal out; what is already done is left as it is.
 * @throws whatever the system says; the caller undoes.
 */
export async function carryOut(folder: string, journal: Journal, refs: RefMover): Promise<void> {
  for (const file of journal.files) await doFile(folder, file);
  for (const parent of new Set(journal.files.map((file) => dirname(file.target)))) await syncFolder(parent);
  if (journal.index !== null) await installIndex(folder, journal.index);
  await moveRefs(journal.refs, refs, 'forward');
}

async function doFile(folder: string, file: JournalFile): Promise<void> {
  if (file.staged === null) return removeIfThere(file.target);
  const staged = join(folder, file.staged);
  if ((await hashFile(staged)) === null) return;
  await makeFolder(dirname(file.target));
  await moveOver(staged, file.target);
}

/** Makes a folder only if it is missing: on a full disk, putting things back must not need space. */
async function makeFolder(folder: string): Promise<void> {
  if ((await lstat(folder).catch(() => undefined)) === undefined) await mkdir(folder, { recursive: true });
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!ABSENT.has(systemCode(error) ?? '')) throw error;
  }
}

/**
 * Undoes a journal. Files that somebody has changed since are left to them.
 * Staged content is kept until the very end, so that a kill in between leaves both ways open.
 */
export async function undo(folder: string, journal: Journal, refs: RefMover): Promise<void> {
  await moveRefs(journal.refs, refs, 'back');
  if (journal.index !== null) await restoreIndex(folder, journal.index);
  for (const file of journal.files) await undoFile(folder, file);
  for (const made of [...journal.folders].reverse()) await rmdir(made).catch(() => undefined);
}

async function undoFile(folder: string, file: JournalFile): Promise<void> {
  if ((await hashFile(file.target)) !== file.newHash) return;
  if (file.staged !== null && (await hashFile(join(folder, file.staged))) === null) {
    await linkOrCopy(file.target, join(folder, file.staged));
  }
  if (file.backup === null) return removeIfThere(file.target);
  const copy = join(folder, `back-${file.backup}`);
  await rm(copy, { force: true });
  await linkOrCopy(join(folder, file.backup), copy);
  await makeFolder(dirname(file.target));
  await moveOver(copy, file.target);
}

/** Puts the new index in place the way git itself does: under `index.lock`, which appears with its content in one step. */
async function installIndex(folder: string, index: JournalIndex): Promise<void> {
  if ((await hashFile(index.target)) === index.newHash) return dropOwnLock(index, index.newHash);
  const lock = `${index.target}.lock`;
  await dropOwnLock(index, index.newHash);
  await linkOrCopy(join(folder, index.staged), lock);
  if ((await hashFile(index.target)) !== index.oldHash) {
    await unlink(lock);
    throw new Error('Another git command changed the index meanwhile. Run the command again.');
  }
  await rename(lock, index.target);
}

/** Removes an `index.lock` that a killed command of ours left: its content is what we were about to put there. */
async function dropOwnLock(index: JournalIndex, hash: string | null): Promise<void> {
  const lock = `${index.target}.lock`;
  if (hash !== null && (await hashFile(lock)) === hash) await unlink(lock).catch(() => undefined);
}

async function restoreIndex(folder: string, index: JournalIndex): Promise<void> {
  await dropOwnLock(index, index.newHash);
  if ((await hashFile(index.target)) !== index.newHash) return;
  if (index.backup === null) return removeIfThere(index.target);
  const copy = join(folder, `back-${index.backup}`);
  await rm(copy, { force: true });
  await linkOrCopy(join(folder, index.backup), copy);
  await moveOver(copy, index.target);
}

async function moveRefs(refs: readonly JournalRef[], mover: RefMover, way: 'forward' | 'back'): Promise<void> {
  const moves: { name: string; from: string | null; to: string | null }[] = [];
  for (const ref of refs) {
    const [from, to] = way === 'forward' ? [ref.from, ref.to] : [ref.to, ref.from];
    if ((await mover.current(ref.name)) === from) moves.push({ name: ref.name, from, to });
  }
  if (moves.length > 0) await mover.move(moves);
}

/**
 * Whether a journal found after a kill can still be finished: nobody has changed what it was about since.
 * @returns false where a file or ref is neither as it was before nor as it was to become.
 */
export async function isUntouched(journal: Journal, refs: RefMover): Promise<boolean> {
  for (const file of journal.files) {
    const now = await hashFile(file.target);
    if (now !== file.oldHash && now !== file.newHash) return false;
  }
  for (const ref of journal.refs) {
    const now = await refs.current(ref.name);
    if (now !== ref.from && now !== ref.to) return false;
  }
  return true;
}
