/** A file is written whole or not at all. */
import { randomBytes } from 'node:crypto';
import { chmod, copyFile, link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode } from './world-error.ts';

const TEMPORARY = /^\.penholder-(\d+)-[0-9a-f]{12}\.tmp$/u;

/** A name for a temporary file that tells which process made it. */
function temporaryName(): string {
  return `.penholder-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
}

/** Writes a file that must not exist yet, and has it reach the disk where `durable`. */
export async function writeNew(path: string, bytes: Uint8Array, durable: boolean): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    if (durable) await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file through a temporary one beside it.
 * Temporary files that a killed command left in the same folder are swept away.
 */
export async function writeAtomic(path: string, bytes: Uint8Array, durable: boolean): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  const temporary = join(folder, temporaryName());
  try {
    await writeNew(temporary, bytes, durable);
    await keepMode(path, temporary);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  if (durable) await syncFolder(folder);
}

/** Gives a file that will replace another its permissions. */
export async function keepMode(existing: string, replacement: string): Promise<void> {
  const about = await stat(existing).catch(() => undefined);
  if (about !== undefined) await chmod(replacement, about.mode & 0o777);
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = TEMPORARY.exec(name)?.[1];
    if (owner !== undefined && Number(owner) !== process.pid && !isRunning(Number(owner))) {
      await unlink(join(folder, name)).catch(() => undefined);
    }
  }
}

/** Whether there is such a process, whosever it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Has the names in a folder reach the disk; systems that can't do that for folders are let be. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows opens no folders, and some network disks sync none.
  }
}

/** A second name for a file, or a copy of it where the disk has no second names. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error;
    await copyFile(from, to);
  }
}

/** Moves a file over another, also from one disk to another. */
export async function moveOver(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error;
    const temporary = join(dirname(to), temporaryName());
    await copyFile(from, temporary);
    await rename(temporary, to);
    await unlink(from);
  }
}
