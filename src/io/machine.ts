/** What a doctor asks of the machine; nothing here changes anything. */
import { constants } from 'node:fs';
import { access, lstat, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { journalFolder } from './journal.ts';
import { PRIVATE_FOLDER } from './private-folder.ts';
import { type GitPlace, type GitResult, runGit } from './run-git.ts';

/** A folder that will be written to, and whether it can be. */
export interface Writable {
  /** Workspace-relative. */
  readonly folder: string;
  readonly ok: boolean;
}

/** What is known of the machine and of the folder that no World tells. */
export interface MachineFacts {
  /** Such as `20.20.2`. */
  readonly node: string;
  /** Such as `linux-x64`. */
  readonly platform: string;
  /** Such as `2.39.5`; undefined where there is no git. */
  readonly git?: string;
  /** What git says where it refuses the repository because of its owner. */
  readonly refusal?: string;
  /** True where the repository is a submodule of another one. */
  readonly submodule: boolean;
  /** True where a clone left contents on the server. */
  readonly partial?: boolean;
  readonly writable: readonly Writable[];
  /** True where a command was interrupted and its plan is still to be finished or undone. */
  readonly interrupted: boolean;
  /** Bytes in the cache. */
  readonly cacheBytes: number;
}

/** Looks at the machine and at a folder. */
export async function machineFacts(place: GitPlace): Promise<MachineFacts> {
  const { root } = place;
  const version = await tryGit(place, ['--version']);
  const inside =
    version === undefined ? undefined : await tryGit(place, ['rev-parse', '--show-superproject-working-tree']);
  const refusal = inside !== undefined && inside.code !== 0 ? refusalIn(inside.stderr) : undefined;
  const git = /\d+(?:\.\d+)+/u.exec(version?.stdout.toString('utf8') ?? '')?.[0];
  return {
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    ...(git !== undefined && { git }),
    ...(refusal !== undefined && { refusal }),
    submodule: (inside?.stdout.toString('utf8').trim() ?? '') !== '',
    ...(version !== undefined && { partial: await isPartial(place) }),
    writable: await Promise.all(['build', PRIVATE_FOLDER].map((folder) => writable(root, folder))),
    interrupted: await exists(join(journalFolder(join(root, PRIVATE_FOLDER)), 'journal.json')),
    cacheBytes: await sizeOf(join(root, PRIVATE_FOLDER, 'cache')),
  };
}

async function tryGit(place: GitPlace, args: readonly string[]): Promise<GitResult | undefined> {
  return runGit(place, args).catch(() => undefined);
}

/** A clone that was filled up later still has its promise, but no filter any more. */
async function isPartial(place: GitPlace): Promise<boolean> {
  const filter = await tryGit(place, ['config', '--get-regexp', '^remote\\..*\\.partialclonefilter$']);
  return filter?.code === 0;
}

/** Git's own advice holds the exact command, with the path as git sees it. */
function refusalIn(stderr: string): string | undefined {
  return stderr.includes('dubious ownership') ? stderr.trim() : undefined;
}

/** A folder that does not exist yet is made in its parent, so that is what has to allow it. */
async function writable(root: string, folder: string): Promise<Writable> {
  const path = join(root, folder);
  const target = (await exists(path)) ? path : dirname(path);
  const ok = await access(target, constants.W_OK).then(
    () => true,
    () => false,
  );
  return { folder, ok };
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
