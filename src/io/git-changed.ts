/** What differs from HEAD, found without `git status`: that one runs the filters a repository's configuration names. */
import { createHash } from 'node:crypto';
import { lstat, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodePoint } from '../model/order.ts';
import { readContained } from './file-system.ts';
import { objectId } from './git-objects.ts';
import { type GitPlace, runGit, splitNul } from './run-git.ts';
import type { TreeEntry } from './world.ts';

/** An entry of git's index. */
interface IndexEntry {
  readonly id: string;
  /** Left out of the work tree on purpose (sparse checkout). */
  readonly skipped: boolean;
}

/** What is compared. Paths of `head` are workspace-relative. */
export interface Comparison {
  readonly place: GitPlace;
  readonly realRoot: string;
  readonly head: ReadonlyMap<string, TreeEntry>;
  /** Content of a blob of HEAD, asked for only where a file's bytes differ from it. */
  readonly blob: (id: string) => Promise<Uint8Array | undefined>;
}

/** Workspace-relative paths that differ from HEAD, untracked files that git does not ignore included. */
export async function changedPaths(comparison: Comparison): Promise<readonly string[]> {
  const { index, untracked } = await listFiles(comparison.place);
  const changed = new Set(untracked);
  await Promise.all([...comparison.head].map((pair) => noteIfChanged(comparison, index, pair, changed)));
  for (const path of index.keys()) if (!comparison.head.has(path)) changed.add(path);
  return [...changed].sort(byCodePoint);
}

async function noteIfChanged(
  comparison: Comparison,
  index: ReadonlyMap<string, IndexEntry>,
  [path, entry]: readonly [string, TreeEntry],
  changed: Set<string>,
): Promise<void> {
  const staged = index.get(path);
  const same =
    staged?.skipped === true || entry.mode === 'submodule'
      ? staged?.id === entry.id
      : await isSame(comparison, path, entry);
  if (!same) changed.add(path);
}

async function isSame(comparison: Comparison, path: string, entry: TreeEntry): Promise<boolean> {
  const bytes = await workTreeBytes(comparison.realRoot, path, entry.mode);
  if (bytes === undefined) return false;
  if (objectId('blob', bytes, entry.id.length) === entry.id) return true;
  const recorded = await comparison.blob(entry.id);
  return recorded !== undefined && (sameButLineEnds(bytes, recorded) || isPointerTo(recorded, bytes));
}

async function workTreeBytes(root: string, path: string, mode: TreeEntry['mode']): Promise<Uint8Array | undefined> {
  if (mode !== 'link') return readContained(root, path);
  const about = await lstat(join(root, path)).catch(() => undefined);
  return about?.isSymbolicLink() === true ? readlink(join(root, path), 'buffer') : undefined;
}

/** A checkout that writes CRLF (autocrlf) holds the same text. */
function sameButLineEnds(file: Uint8Array, recorded: Uint8Array): boolean {
  const unix = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  return !file.includes(0) && unix(file) === unix(recorded);
}

/** Whether a recorded blob is the pointer of Git LFS to this content. */
function isPointerTo(recorded: Uint8Array, bytes: Uint8Array): boolean {
  if (recorded.length > 1024) return false;
  const match = /^version https:\/\/git-lfs[\s\S]*?\noid sha256:([0-9a-f]{64})\n/u.exec(
    Buffer.from(recorded).toString(),
  );
  return match !== null && createHash('sha256').update(bytes).digest('hex') === match[1];
}

/** The index, and what is in the folder without being in it: told by one run of git, since each start of a program costs. */
async function listFiles(place: GitPlace): Promise<{ index: Map<string, IndexEntry>; untracked: readonly string[] }> {
  const listed = await runGit(place, ['ls-files', '--stage', '--others', '--exclude-standard', '-t', '-z']);
  const index = new Map<string, IndexEntry>();
  const untracked: string[] = [];
  for (const line of splitNul(listed.stdout)) {
    const match = /^([^?]) \d+ ([0-9a-f]+) \d\t([\s\S]+)$/u.exec(line);
    if (match !== null) index.set(match[3] ?? '', { id: match[2] ?? '', skipped: match[1] === 'S' });
    else if (line.startsWith('? ')) untracked.push(line.slice(2));
  }
  return { index, untracked };
}
