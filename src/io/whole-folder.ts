/**
 * A folder that is made whole or not at all.
 *
 * It is built in a hidden folder beside it, under a fixed name, and takes its own name when it is complete. Where that can't be
 * (the shell stands in it, it is a disk of its own, or nothing may be written beside it) it is built in a hidden folder inside
 * and its entries are moved out; what a killed command left is swept away, or moved out to the end, by the next one.
 */
import { lstat, mkdir, readdir, readFile, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { syncFolder, writeNew } from './atomic-write.ts';
import { isWithin } from './file-system.ts';
import { withLock } from './lock.ts';
import { birthmark } from './private-folder.ts';
import { systemCode, WorldError, writeError } from './world-error.ts';

/** Says that this program made the hidden folder, on this machine. */
const OURS = 'made-here';
/** Says that what was built is complete. */
const COMPLETE = 'complete';
const CONTENT = 'workspace';

/** What is made, and for whom. */
export interface Making {
  /** Folder the user stands in, which must not be replaced. */
  readonly caller: string;
  /** Name of what is built: what a killed command left of something else is not taken for it. */
  readonly label: string;
  /** Fills the folder whose path it is given. */
  readonly build: (folder: string) => Promise<void>;
}

interface Site extends Place {
  readonly label: string;
}

interface Place {
  readonly target: string;
  /** The hidden folder. */
  readonly work: string;
  /** Whether it lies in the target. */
  readonly inside: boolean;
}

/**
 * Makes a folder with all that is built into it, or leaves things as they were.
 *
 * @param target Absolute path of a folder that is missing or empty.
 * @returns `finished` where a killed command had built it already, and only its last step was left.
 * @throws WorldError `exists` where something is in the way.
 */
export async function makeWhole(target: string, { caller, label, build }: Making): Promise<'made' | 'finished'> {
  for (let tries = 1; ; tries += 1) {
    let begun = false;
    try {
      const site = { ...(await openSite(target, caller)), label };
      return await withLock(site.work, () => {
        begun = true;
        return makeAt(site, build);
      });
    } catch (error) {
      // The hidden folder goes when the command that was waited for has ended.
      const gone = !begun && tries < 5 && systemCode(error) === 'ENOENT';
      if (!gone) throw writeError(error, target);
    }
  }
}

/** Whether a folder is missing, or holds nothing but what a killed command has left. */
export async function isFree(target: string): Promise<boolean> {
  return (await entriesOf(target)).every((name) => name === hiddenName(target, true));
}

async function openSite(target: string, caller: string): Promise<Place> {
  const parent = dirname(resolve(target));
  await mkdir(parent, { recursive: true });
  const real = (await realpath(target).catch(() => undefined)) ?? join(await realpath(parent), basename(target));
  const inside = await mustBeInside(real, caller);
  const work = (within: boolean) => join(within ? real : dirname(real), hiddenName(real, within));
  try {
    return await claimed({ target: real, work: work(inside), inside });
  } catch (error) {
    const closed = ['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error) ?? '');
    if (inside || !closed || (await aboutOf(real)) === undefined) throw error;
    return claimed({ target: real, work: work(true), inside: true });
  }
}

function hiddenName(target: string, inside: boolean): string {
  return inside ? '.penholder-init' : `.${basename(target)}.penholder-init`;
}

/** A folder somebody stands in, or a disk of its own, keeps its place. One that a killed command began inside goes on there. */
async function mustBeInside(target: string, caller: string): Promise<boolean> {
  const about = await aboutOf(target);
  if (about === undefined) return false;
  const begun = (await aboutOf(join(target, hiddenName(target, true)))) !== undefined;
  const stands = isWithin(target, await realpath(caller).catch(() => caller));
  return begun || stands || (await stat(dirname(target))).dev !== about.dev;
}

async function aboutOf(path: string) {
  return lstat(path).catch(() => undefined);
}

/** Makes the hidden folder, or takes over one that this program left. */
async function claimed(site: Place): Promise<Place> {
  await mkdir(site.work, { mode: 0o700 }).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
  // The names come first: another command marks the folder before it puts anything into it.
  const names = await readdir(site.work);
  const bare = names.every((name) => name === OURS || /^lock/u.test(name));
  if (!bare && !(await isOurs(site.work))) throw inTheWay(site.work);
  return site;
}

async function isOurs(work: string): Promise<boolean> {
  const written = await readFile(join(work, OURS), 'utf8').catch(() => undefined);
  return written !== undefined && written === (await birthmark(work));
}

/** Marks the hidden folder as made here; a mark that was written only in part is none. */
async function markOurs(work: string): Promise<void> {
  if (await isOurs(work)) return;
  await rm(join(work, OURS), { force: true });
  await writeNew(join(work, OURS), Buffer.from((await birthmark(work)) ?? ''), false);
}

function inTheWay(work: string): WorldError {
  return new WorldError(
    'exists',
    `${work} is in the way, and it was not left there by this program, so it stays as it is.`,
    'Move it away or delete it, then run the command again.',
  );
}

async function makeAt(site: Site, build: Making['build']): Promise<'made' | 'finished'> {
  const content = join(site.work, CONTENT);
  try {
    await markOurs(site.work);
    const complete = await isComplete(site);
    const moved = (await entriesOf(content)).length === 0;
    const free = await isEmptyBut(site);
    if (complete && moved && !free) return 'finished';
    if (!complete || moved) {
      if (!free) throw notEmpty(site.target);
      await buildIn(site, content, build);
    }
    await place(site, content);
    return complete && !moved ? 'finished' : 'made';
  } finally {
    // What is complete stays for the next command, should its last step have failed.
    if (!(await isComplete(site)) || (await entriesOf(content)).length === 0) {
      await sweep(site.work);
    }
  }
}

/** Another command that waits for its turn may put a lock into the folder just now; then it sweeps when it is done. */
async function sweep(work: string): Promise<void> {
  await rm(work, { recursive: true, force: true }).catch((error: unknown) => {
    if (systemCode(error) !== 'ENOTEMPTY') throw error;
  });
}

async function buildIn(site: Site, content: string, build: Making['build']): Promise<void> {
  const mark = join(site.work, COMPLETE);
  await rm(mark, { force: true });
  await rm(content, { recursive: true, force: true });
  await mkdir(content);
  await build(content);
  await writeNew(mark, Buffer.from(await completeMark(site)), true);
  await syncFolder(site.work);
}

async function isComplete(site: Site): Promise<boolean> {
  const written = await readFile(join(site.work, COMPLETE), 'utf8').catch(() => undefined);
  return written === (await completeMark(site));
}

async function completeMark({ work, label }: Site): Promise<string> {
  return `${await birthmark(work)} ${label}`;
}

async function isEmptyBut({ target, work, inside }: Place): Promise<boolean> {
  return (await entriesOf(target)).every((name) => inside && name === basename(work));
}

async function place({ target, inside }: Place, content: string): Promise<void> {
  if (!inside) {
    // Not every system lets a folder take the place of an empty one.
    if (await isEmptyFolder(target)) await rmdir(target);
    else if ((await aboutOf(target)) !== undefined) throw notEmpty(target);
    await rename(content, target);
  } else {
    for (const name of await entriesOf(content)) {
      if ((await aboutOf(join(target, name))) !== undefined) throw notEmpty(target);
      await rename(join(content, name), join(target, name));
    }
  }
  await syncFolder(dirname(target));
}

async function isEmptyFolder(path: string): Promise<boolean> {
  return (await aboutOf(path))?.isDirectory() === true && (await entriesOf(path)).length === 0;
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
}

function notEmpty(target: string): WorldError {
  return new WorldError(
    'exists',
    `${target} is not empty, and nothing is ever overwritten.`,
    'Name a new folder, or an empty one.',
  );
}
