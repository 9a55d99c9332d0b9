/**
 * `.penholder/`: cache, journal, lock, quarantine; never in git, for its owner only.
 *
 * What lies there is trusted (a journal moves files, a cache stands for parsed text), so it must have been put there by this
 * program on this machine, and not have come with a repository or an archive from a stranger. The folder therefore holds a
 * marker naming its own device, inode and time of birth, which nobody can know before the folder exists. A copied or moved
 * workspace fails the test and merely starts with an empty cache; no key has to be kept anywhere, and no git command is needed.
 */
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './atomic-write.ts';
import { systemCode, WorldError } from './world-error.ts';

/** Name of the folder in a workspace. */
export const PRIVATE_FOLDER = '.penholder';

const MARKER = 'made-here';

const IGNORE_ALL = '# What Penholder keeps for itself on this machine. Deleting it changes no output.\n*\n';

/** What tells this very folder from any other: its device, inode and time of birth; undefined where there is none. */
export async function birthmark(folder: string): Promise<string | undefined> {
  const about = await lstat(folder, { bigint: true }).catch(() => undefined);
  if (about === undefined || !about.isDirectory()) return undefined;
  return `${about.dev} ${about.ino} ${about.birthtimeNs}`;
}

/** Whether the workspace's private folder exists and was made here. */
export async function hasTrustedFolder(root: string): Promise<boolean> {
  const folder = join(root, PRIVATE_FOLDER);
  const [mark, written] = await Promise.all([
    birthmark(folder),
    readFile(join(folder, MARKER), 'utf8').catch(() => undefined),
  ]);
  return mark !== undefined && written === mark;
}

/**
 * Makes the private folder, or makes it ours; what an untrusted one held is set aside, not deleted.
 * @returns its absolute path.
 * @throws WorldError `outside` where `.penholder` is a link or a file.
 */
export async function privateFolder(root: string): Promise<string> {
  const folder = join(root, PRIVATE_FOLDER);
  if ((await lstat(folder).catch(() => undefined)) === undefined) await make(root, folder);
  const mark = await birthmark(folder);
  if (mark === undefined) {
    throw new WorldError(
      'outside',
      `${PRIVATE_FOLDER} in this workspace is not a folder, and nothing may be written through it.`,
      `Remove ${PRIVATE_FOLDER} and run the command again.`,
    );
  }
  if (!(await hasTrustedFolder(root))) await claim(folder, mark);
  return folder;
}

/** Makes the folder elsewhere and gives it its name when it is complete, so that two commands can't see it half made. */
async function make(root: string, folder: string): Promise<void> {
  await mkdir(root, { recursive: true });
  await sweepDrafts(root);
  const draft = join(root, `${PRIVATE_FOLDER}-${process.pid}-${randomBytes(6).toString('hex')}`);
  await mkdir(draft, { mode: 0o700 });
  await writeFile(join(draft, '.gitignore'), IGNORE_ALL);
  await writeFile(join(draft, MARKER), (await birthmark(draft)) ?? '', { mode: 0o600 });
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another command was quicker.
    if (!ALREADY_THERE.has(systemCode(error) ?? '')) throw error;
  }
}

/** Removes what commands that were killed while they made the folder have left, and nothing that holds anything else. */
async function sweepDrafts(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const owner = DRAFT.exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    for (const own of ['.gitignore', MARKER]) await unlink(join(root, name, own)).catch(() => undefined);
    await rmdir(join(root, name)).catch(() => undefined);
  }
}

const DRAFT = /^\.penholder-(\d+)-[0-9a-f]{12}$/u;

const ALREADY_THERE = new Set(['EEXIST', 'ENOTEMPTY', 'EPERM', 'ENOTDIR']);

async function claim(folder: string, mark: string): Promise<void> {
  for (const name of ['cache', 'journal', 'lock', 'lock.break']) {
    const aside = join(folder, `untrusted-${randomBytes(4).toString('hex')}-${name}`);
    await rename(join(folder, name), aside).catch(() => undefined);
  }
  await writeFile(join(folder, '.gitignore'), IGNORE_ALL);
  await writeFile(join(folder, MARKER), mark, { mode: 0o600 });
}
