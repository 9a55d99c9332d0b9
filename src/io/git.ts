/** Git as the World offers it, read-only, on a real repository. */
import { objectReader } from './cat-file.ts';
import { changedPaths } from './git-changed.ts';
import { readHistory, readMessages, readStaged, refsContaining } from './git-history.ts';
import { readHook, writeHook } from './git-hook.ts';
import { readLog } from './git-log.ts';
import { readTags, resolveCommit, stateReader } from './git-refs.ts';
import { readSignature } from './git-signature.ts';
import { treeReader } from './git-trees.ts';
import type { GitPlace } from './run-git.ts';
import type { Git } from './world.ts';

/** Git on a repository, and how to let go of it. */
export interface NodeGit extends Git {
  /** Ends the program that reads objects; it starts again when needed. */
  readonly close: () => void;
  /** Forgets which repository it was: one has been made in the workspace's folder. */
  readonly reopen: () => void;
}

/**
 * Opens git on the repository around a folder; nothing runs until something is asked.
 * @param realRoot real path of the workspace.
 */
export function nodeGit(place: GitPlace, realRoot: () => Promise<string>): NodeGit {
  const objects = objectReader(place);
  const trees = treeReader(objects);
  const blob = async (id: string) => {
    const found = await objects.read(id);
    return found?.type === 'blob' ? found.bytes : undefined;
  };
  const state = stateReader(place, trees);
  return {
    state: state.read,
    resolve: (name) => resolveCommit(place, name),
    tree: (commit, under) => trees.files(commit, under),
    blobs: (ids) => readBlobs(blob, ids),
    tags: () => readTags(place, trees),
    signature: (tag) => readSignature(place, tag),
    log: (from, to, under) => readLog(place, trees, { from, to, under: under ?? '' }),
    changed: async () => {
      const now = await state.read();
      if (now.kind !== 'ready' && now.kind !== 'empty') return [];
      const entries = now.head === undefined ? [] : await trees.files(now.head, now.prefix);
      const head = new Map(entries.map((entry) => [entry.path.slice(now.prefix.length), entry]));
      return changedPaths({ place, realRoot: await realRoot(), head, blob });
    },
    commitDate: async (commit) => (await trees.commit(commit))?.author.date,
    staged: async () => readStaged(place, (await state.read()).head),
    history: () => readHistory(place),
    messages: (commits) => readMessages(trees, commits),
    refsWith: (commit) => refsContaining(place, commit),
    hook: () => readHook(place),
    writeHook: (text, keepAs) => writeHook(place, text, keepAs),
    close: objects.close,
    reopen: () => {
      objects.close();
      state.forget();
    },
  };
}

async function readBlobs(
  blob: (id: string) => Promise<Uint8Array | undefined>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const bytes = await blob(id);
      if (bytes !== undefined) found.set(id, bytes);
    }),
  );
  return found;
}
