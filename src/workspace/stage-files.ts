/** The files of a stage, whether they lie in the folder or in git. */

import { blobId } from '../io/git-objects.ts';
import type { TreeEntry, World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { linkOutside, passedOverFindings, unreadable } from './passed-over.ts';

/** Reads the files of one stage. Paths are workspace-relative. */
export interface StageFiles {
  /** Paths of all regular files there are, or of those asked for. */
  readonly paths: readonly string[];
  /** Content ids of files, and what could not be had; contents come later, and only where they are needed. */
  readonly identify: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Contents by path. */
  readonly contents: (paths: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** Links, submodules and the like among the paths, which are no text. */
  readonly findings: readonly Finding[];
  /** Says that a path of this list has no content to be had. */
  readonly lost: (path: string) => Finding;
}

/** Files of the folder as it stands, below some folders (empty: all). */
export async function workingFiles(world: World, folders: readonly string[]): Promise<StageFiles> {
  const listed = await Promise.all(folders.map((folder) => world.list(folder)));
  const passed = await passedOverFindings(world, folders);
  return filesAt(world, [...new Set(listed.flat().map(({ path }) => path))], passed);
}

/**
 * Files of the folder by their paths; nothing is listed.
 *
 * @param findings What was passed over where the paths come from.
 */
export function filesAt(world: World, paths: readonly string[], findings: readonly Finding[] = []): StageFiles {
  const held = new Map<string, Uint8Array>();
  const hold = async (path: string) => {
    const bytes = held.get(path) ?? (await world.read(path));
    if (bytes !== undefined) held.set(path, bytes);
    return bytes;
  };
  const each = async <Value>(asked: readonly string[], use: (bytes: Uint8Array) => Value) => {
    const found = await Promise.all(asked.map(async (path) => [path, await hold(path)] as const));
    return new Map(found.flatMap(([path, bytes]) => (bytes === undefined ? [] : [[path, use(bytes)] as const])));
  };
  return {
    paths,
    identify: (asked) => each(asked, blobId),
    contents: (asked) => each(asked, (bytes) => bytes),
    findings,
    lost: unreadable,
  };
}

/**
 * Files of a commit below the workspace's folder.
 *
 * @param prefix Folder of the workspace in its repository.
 */
export async function committedFiles(world: World, commit: string, prefix: string): Promise<StageFiles> {
  const entries = (await world.git.tree(commit, prefix)).map((entry) => ({
    ...entry,
    path: entry.path.slice(prefix.length),
  }));
  const files = new Map(entries.filter(isFile).map(({ path, id }) => [path, id]));
  const findings: Finding[] = [];
  for (const link of entries.filter(({ mode }) => mode === 'link')) {
    const target = await followLink(world, link, files);
    if (target === undefined) findings.push(linkOutside(link.path));
    else files.set(link.path, target);
  }
  for (const { path, mode } of entries) if (mode === 'submodule') findings.push(submodule(path));
  const idOf = (path: string) => files.get(path);
  return {
    paths: [...files.keys()],
    identify: async (paths) => new Map(paths.flatMap((path) => pair(path, idOf(path)))),
    contents: async (paths) => {
      const blobs = await world.git.blobs(paths.flatMap((path) => idOf(path) ?? []));
      return new Map(paths.flatMap((path) => pair(path, blobs.get(idOf(path) ?? ''))));
    },
    findings,
    lost: notFetched,
  };
}

function isFile({ mode }: TreeEntry): boolean {
  return mode === 'file' || mode === 'executable';
}

function pair<Value>(path: string, value: Value | undefined): [string, Value][] {
  return value === undefined ? [] : [[path, value]];
}

/** Content id of what a link in git leads to, if that is a file of the same commit. */
async function followLink(
  world: World,
  link: TreeEntry,
  files: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const bytes = (await world.git.blobs([link.id])).get(link.id);
  if (bytes === undefined || bytes.length > 4096) return undefined;
  const parts = link.path.split('/').slice(0, -1);
  for (const part of new TextDecoder().decode(bytes).split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.') parts.push(part);
  }
  return files.get(parts.join('/'));
}

function submodule(path: string): Finding {
  return {
    check: 'workspace/submodule',
    severity: 'info',
    message: 'This folder is a git submodule, and what is in it is not part of the text.',
    why: 'A stage is read from one repository, so that it stays what it was.',
    hint: 'Copy the files into this repository if they belong to the text.',
    place: { file: path, line: 1, column: 1 },
  };
}

/** Says that a clone left the content of a committed file on the server. */
function notFetched(path: string): Finding {
  return {
    check: 'stages/not-fetched',
    severity: 'error',
    message: 'The content of this file is not in this clone, which fetched only a part of the history.',
    why: 'A stage is read from git alone and nothing is fetched on the way, so this file is missing from it.',
    hint: 'Run: git config --unset remote.origin.partialclonefilter; git fetch --refetch --tags origin',
    place: { file: path, line: 1, column: 1 },
  };
}

const POINTER = new TextEncoder().encode('version https://git-lfs');

/** Whether a content is not the file but the pointer that Git LFS leaves in its place. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < 1024 && POINTER.every((byte, index) => bytes[index] === byte);
}

/**
 * Says that a file is only a pointer.
 *
 * @param from Where the file is read from: the stages in git, or the folder alone.
 */
export function lfsPointer(path: string, from: 'stages' | 'working' = 'stages'): Finding {
  const staged = from === 'stages';
  return {
    check: 'workspace/lfs-pointer',
    severity: 'error',
    message: 'Git holds only a pointer for this file; its content is in Git LFS.',
    why: staged
      ? 'Stages are read from git alone, so its content is missing from every stage.'
      : 'Its content is not on this machine, so nothing of it is read.',
    hint: `Run: git lfs ${staged ? `migrate export --include="${path}" --everything` : 'pull'}`,
    place: { file: path, line: 1, column: 1 },
  };
}
