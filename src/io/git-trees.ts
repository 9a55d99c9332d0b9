/** Trees of git, walked here so that no git command has to look at files. */
import { byCodePoint } from '../model/order.ts';
import type { ObjectReader } from './cat-file.ts';
import { decodeCommit, decodeTree, isFolderMode, MODES, type RawCommit, type RawEntry } from './git-objects.ts';
import type { TreeEntry } from './world.ts';
import { WorldError } from './world-error.ts';

/** Trees and commits of a repository, each object read once. */
export interface TreeReader {
  readonly commit: (id: string) => Promise<RawCommit | undefined>;
  readonly files: (commit: string, under?: string) => Promise<readonly TreeEntry[]>;
  /** Paths of files that differ between two trees. */
  readonly differences: (a: string | undefined, b: string | undefined) => Promise<readonly string[]>;
}

/** Depth beyond which a tree is not followed. */
const DEEPEST = 64;

/** Reads trees through an object reader. */
export function treeReader(objects: ObjectReader): TreeReader {
  const trees = new Map<string, Promise<readonly RawEntry[] | undefined>>();
  const found = (id: string): Promise<readonly RawEntry[] | undefined> => {
    const known =
      trees.get(id) ??
      objects.read(id).then((object) => (object === undefined ? undefined : decodeTree(object.bytes, id.length)));
    trees.set(id, known);
    return known;
  };
  // What changed is a help, and may be less than all; what a stage holds may not.
  const anyTree: Trees = async (id) => (await found(id)) ?? [];
  const tree: Trees = async (id) => (await found(id)) ?? missingTree();
  const commit = async (id: string) => {
    const found = await objects.read(id);
    return found?.type === 'commit' ? decodeCommit(found.bytes) : undefined;
  };
  return {
    commit,
    files: async (id, under = '') => {
      const root = (await commit(id))?.tree;
      const files: TreeEntry[] = [];
      const start = root === undefined ? undefined : await descend(tree, root, under);
      if (start !== undefined) await collect(tree, { ...start, found: files, depth: 0 });
      return files.sort((a, b) => byCodePoint(a.path, b.path));
    },
    differences: async (a, b) => {
      const paths: string[] = [];
      await differ(anyTree, { a, b, path: '', found: paths, depth: 0 });
      return paths.sort(byCodePoint);
    },
  };
}

function missingTree(): never {
  throw new WorldError(
    'git-failed',
    'A folder of this commit is not in this repository: it is a partial clone, or damaged.',
    'Run: git config --unset remote.origin.partialclonefilter; git fetch --refetch --tags origin',
  );
}

type Trees = (id: string) => Promise<readonly RawEntry[]>;

/** Finds the tree of a folder; the file itself where the path names one. */
async function descend(
  tree: Trees,
  root: string,
  under: string,
): Promise<{ entries: readonly RawEntry[]; path: string } | undefined> {
  const names = under.split('/').filter((name) => name !== '' && name !== '.');
  let entries = await tree(root);
  let path = '';
  for (const [index, name] of names.entries()) {
    const entry = entries.find((one) => one.name === name);
    if (entry === undefined) return undefined;
    if (!isFolderMode(entry.mode)) return index === names.length - 1 ? { entries: [entry], path } : undefined;
    entries = await tree(entry.id);
    path += `${name}/`;
  }
  return { entries, path };
}

interface Collecting {
  readonly entries: readonly RawEntry[];
  readonly path: string;
  readonly found: TreeEntry[];
  readonly depth: number;
}

async function collect(tree: Trees, { entries, path, found, depth }: Collecting): Promise<void> {
  if (depth > DEEPEST) return;
  await Promise.all(
    entries.map(async (entry) => {
      const mode = MODES[entry.mode];
      if (mode !== undefined) found.push({ path: path + entry.name, id: entry.id, mode });
      else if (isFolderMode(entry.mode)) {
        const inside = await tree(entry.id);
        await collect(tree, { entries: inside, path: `${path}${entry.name}/`, found, depth: depth + 1 });
      }
    }),
  );
}

interface Differing {
  readonly a: string | undefined;
  readonly b: string | undefined;
  readonly path: string;
  readonly found: string[];
  readonly depth: number;
}

async function differ(tree: Trees, { a, b, path, found, depth }: Differing): Promise<void> {
  if (a === b || depth > DEEPEST) return;
  const [before, after] = await Promise.all([byName(tree, a), byName(tree, b)]);
  await Promise.all(
    [...new Set([...before.keys(), ...after.keys()])].map(async (name) => {
      const [old, now] = [before.get(name), after.get(name)];
      if (old?.id === now?.id && old?.mode === now?.mode) return;
      if (isFile(old) || isFile(now)) found.push(path + name);
      await differ(tree, { a: folderId(old), b: folderId(now), path: `${path}${name}/`, found, depth: depth + 1 });
    }),
  );
}

async function byName(tree: Trees, id: string | undefined): Promise<ReadonlyMap<string, RawEntry>> {
  const entries = id === undefined ? [] : await tree(id);
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function isFile(entry: RawEntry | undefined): boolean {
  return entry !== undefined && !isFolderMode(entry.mode);
}

function folderId(entry: RawEntry | undefined): string | undefined {
  return entry !== undefined && isFolderMode(entry.mode) ? entry.id : undefined;
}
