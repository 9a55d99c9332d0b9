/** What a listing of a folder can not give: no file may be missing without a word. */
import { lstatSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodePoint } from '../model/order.ts';
import { containedPath, DEEPEST, SKIPPED_FOLDERS } from './file-system.ts';
import type { PassedOver } from './world.ts';
import { systemCode } from './world-error.ts';

interface Walk {
  readonly root: string;
  readonly found: PassedOver[];
}

/**
 * What lies under a folder of the workspace and is not listed, or can not be read by its name.
 *
 * @param root Real path of the workspace.
 * @param folder Workspace-relative; empty for all of it.
 * @returns In code-point order; bytes of names that are no UTF-8 are written as `\xe9`.
 */
export async function passedOver(root: string, folder: string): Promise<readonly PassedOver[]> {
  const start = folder === '' || folder === '.' ? '' : folder.replace(/^\.\/|\/+$/gu, '');
  const walk: Walk = { root, found: [] };
  const real = start === '' ? root : await containedPath(root, start);
  if (real !== undefined) await visit(walk, start, 0);
  else if (isLink(join(root, start))) walk.found.push({ path: start, reason: 'link' });
  return walk.found.sort((a, b) => byCodePoint(a.path, b.path));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

async function visit(walk: Walk, folder: string, depth: number): Promise<void> {
  const absolute = join(walk.root, folder);
  const entries = await readdir(absolute, { withFileTypes: true }).catch((error: unknown) => {
    // A file that is asked for as a folder, or one that went away meanwhile, is nothing passed over.
    if (CLOSED.has(systemCode(error) ?? '')) walk.found.push({ path: folder, reason: 'closed' });
    return [];
  });
  if (entries.some(({ name }) => name.includes('\uFFFD'))) undecodable(walk, folder, absolute);
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.includes('\\')) walk.found.push({ path, reason: 'name' });
    else if (entry.isSymbolicLink()) {
      if ((await containedPath(walk.root, path)) === undefined) walk.found.push({ path, reason: 'link' });
    } else if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) {
      if (depth >= DEEPEST) walk.found.push({ path, reason: 'deep' });
      else await visit(walk, path, depth + 1);
    }
  }
}

const CLOSED = new Set(['EACCES', 'EPERM', 'EIO']);

/** Names whose bytes are no UTF-8: the system knows them only by their bytes. */
function undecodable(walk: Walk, folder: string, absolute: string): void {
  for (const bytes of readdirSync(absolute, { encoding: 'buffer' })) {
    if (Buffer.from(bytes.toString('utf8')).equals(bytes)) continue;
    const name = escapeBytes(bytes);
    walk.found.push({ path: folder === '' ? name : `${folder}/${name}`, reason: 'name' });
  }
}

/** A name with each byte that can't be read as text shown by its number. */
function escapeBytes(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((size) => {
      const part = bytes.subarray(at, at + size);
      return part.length === size && Buffer.from(part.toString('utf8')).equals(part);
    });
    text +=
      length === undefined
        ? `\\x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`
        : bytes.toString('utf8', at, at + length);
    at += length ?? 1;
  }
  return text;
}
