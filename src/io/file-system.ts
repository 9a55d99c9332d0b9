/** Reading files without ever leaving the workspace. */
import { randomUUID } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { byCodePoint } from '../model/order.ts';
import type { ListedFile } from './world.ts';
import { systemCode } from './world-error.ts';

/** A file above this size is not read into memory: no text, picture or form comes near it. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** Folders that hold no file of a workspace. */
export const SKIPPED_FOLDERS = new Set(['.git', '.penholder', 'node_modules']);

/** Depth at which a listing stops, so that a folder mounted into itself ends. */
export const DEEPEST = 64;

/** Whether a path is relative, stays below its folder by its words alone, and can be asked of the system. */
function isPlainPath(path: string): boolean {
  if (path === '' || path.includes('\0') || path.includes('\\') || isAbsolute(path)) return false;
  return !path.split('/').includes('..');
}

/** Whether a real path is a folder or lies below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * Real absolute path of something in the workspace.
 * @param root real path of the workspace.
 * @returns undefined where there is nothing, or where it leads outside through `..` or a link.
 */
export async function containedPath(root: string, path: string): Promise<string | undefined> {
  if (!isPlainPath(path)) return undefined;
  const real = await realOrMissing(join(root, path));
  return real !== undefined && isWithin(root, real) ? real : undefined;
}

/** Calls are synchronous in here: for the small files of a workspace, waiting for a thread costs several times the reading. */
async function realOrMissing(path: string): Promise<string | undefined> {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/**
 * Absolute path that something in the workspace may be written to.
 * @returns undefined where an existing folder on the way, or the file itself, is a link out of the workspace.
 */
export async function writablePath(root: string, path: string): Promise<string | undefined> {
  if (!isPlainPath(path)) return undefined;
  const target = join(root, path);
  const own = await realOrMissing(target);
  if (own !== undefined) return isWithin(root, own) ? own : undefined;
  if (await isLink(target)) return undefined;
  const parent = await existingParent(dirname(target));
  if (!isWithin(root, parent.real)) return undefined;
  return join(parent.real, relative(parent.path, target));
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false;
}

async function existingParent(folder: string): Promise<{ path: string; real: string }> {
  const real = await realOrMissing(folder);
  if (real !== undefined) return { path: folder, real };
  // A link to nowhere may not be followed when folders are made: it counts as leading outside.
  if (await isLink(folder)) return { path: folder, real: sep };
  return existingParent(dirname(folder));
}

/** Forms of a name that stand for the same file where one system wrote it and another asks. */
function spellings(path: string): readonly string[] {
  return [...new Set([path, path.normalize('NFC'), path.normalize('NFD')])];
}

/**
 * Content of a file in the workspace.
 * A name is found in whichever Unicode form the disk has it.
 * @returns undefined where there is no regular file, where it leads outside, or where it is larger than 256 MB.
 */
export async function readContained(root: string, path: string): Promise<Uint8Array | undefined> {
  for (const spelling of spellings(path)) {
    const real = await containedPath(root, spelling);
    if (real !== undefined) return readRegular(real);
  }
  return undefined;
}

/** Content of a file the user named. Links are followed: it is the user's own machine. */
export async function readNamedFile(callerFolder: string, path: string): Promise<Uint8Array | undefined> {
  return readRegular(resolve(callerFolder, path));
}

/** Content of a regular file; pipes and devices are never opened for reading, for they may not end. */
async function readRegular(path: string): Promise<Uint8Array | undefined> {
  try {
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const about = fstatSync(handle);
      if (!about.isFile() || about.size > LARGEST_FILE) return undefined;
      return readFileSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (UNREADABLE.has(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}

const UNREADABLE = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ELOOP',
  'EACCES',
  'EPERM',
  'ENAMETOOLONG',
  'ENXIO',
  'EINVAL',
]);

interface Listing {
  readonly root: string;
  readonly files: ListedFile[];
  readonly outside: string[];
}

/**
 * All regular files under a folder of the workspace, in code-point order.
 * `.git`, `.penholder` and `node_modules` are left out, folders that are links too.
 * @returns the files, and the links that lead out of the workspace or to nothing.
 */
export async function listFolder(
  root: string,
  folder: string,
): Promise<{ files: readonly ListedFile[]; outside: readonly string[] }> {
  const start = folder === '' || folder === '.' ? '' : folder.replace(/^\.\/|\/+$/gu, '');
  const listing: Listing = { root, files: [], outside: [] };
  const real = start === '' ? root : await containedPath(root, start);
  if (real !== undefined) await walk(listing, start, 0);
  else if (isPlainPath(start) && (await isLink(join(root, start)))) listing.outside.push(start);
  listing.files.sort((a, b) => byCodePoint(a.path, b.path));
  listing.outside.sort(byCodePoint);
  return listing;
}

async function walk(listing: Listing, folder: string, depth: number): Promise<void> {
  if (depth > DEEPEST) return;
  const entries = await readdir(join(listing.root, folder), { withFileTypes: true }).catch(() => []);
  await Promise.all(
    entries.map(async (entry) => {
      // No path of a workspace holds one: on other systems it parts folders.
      if (entry.name.includes('\\')) return;
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) await walk(listing, path, depth + 1);
      } else if (entry.isFile()) await addFile(listing, path, join(listing.root, path));
      else if (entry.isSymbolicLink()) await addLink(listing, path);
    }),
  );
}

/** How young a file is, in nanoseconds, for a change after now to perhaps leave its times as they are. */
const YOUNG = 2_000_000_000n;

/**
 * Identity of a file's content as far as it shows without reading it. The time of change of its entry is part of it, which
 * no program can set back. What was written a moment ago may change again within one tick of the clock: its stamp is like
 * no other, so that nobody relies on it.
 */
function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  const young = BigInt(Date.now()) * 1_000_000n - (ctimeNs > mtimeNs ? ctimeNs : mtimeNs) < YOUNG;
  return `${size}-${mtimeNs}-${ctimeNs}-${ino}${young ? `-${randomUUID()}` : ''}`;
}

function statOrMissing(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

async function addFile(listing: Listing, path: string, absolute: string): Promise<void> {
  const about = statOrMissing(absolute);
  if (about === undefined || !about.isFile()) return;
  listing.files.push({ path, size: Number(about.size), stamp: stampOf(about) });
}

async function addLink(listing: Listing, path: string): Promise<void> {
  const real = await containedPath(listing.root, path);
  if (real === undefined) listing.outside.push(path);
  else await addFile(listing, path, real);
}
