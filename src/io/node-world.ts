/** The World on a real machine. */
import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyPlan } from './apply-plan.ts';
import { listAssets, packageFolder, readAsset } from './assets.ts';
import { fileCache } from './cache.ts';
import { todayIso } from './clock.ts';
import { listFolder, readContained, readNamedFile } from './file-system.ts';
import { nodeGit } from './git.ts';
import type { Isolation } from './isolate.ts';
import { mend } from './mend.ts';
import { passedOver } from './passed-over.ts';
import { programId } from './program-id.ts';
import { randomBase32 } from './random.ts';
import type { Workplace } from './workplace.ts';
import type { Git, World } from './world.ts';

/** What a World on a real machine needs to know. */
export interface NodeWorldOptions {
  /** Folder of the workspace; it need not exist yet. */
  readonly root: string;
  /** Folder the command was called in, for paths the user names. */
  readonly callerFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Entry of the worker; the one shipped with the program if absent. */
  readonly workerFile?: string;
}

/** A World that holds on to programs and threads until it is let go. None of them keeps the program from ending. */
export interface NodeWorld extends World {
  readonly close: () => Promise<void>;
}

/**
 * The World of a real machine. Nothing is read before it is asked for.
 * A plan that a killed command left half done is finished or undone before the first read.
 */
export function nodeWorld({ root, callerFolder, env, workerFile }: NodeWorldOptions): NodeWorld {
  const realRoot = once(() => realpath(root));
  const rootOrName = () => realRoot().catch(() => root);
  const place = { root, env };
  const git = nodeGit(place, rootOrName);
  const work: Workplace = { place, git, realRoot: rootOrName };
  const mended = once(() => mend(work));
  const installed = lazy(() => packageFolder());
  let workers: Promise<Isolation> | undefined;
  const openWorkers = async () => (await import('./isolate.ts')).isolation(workerFile ?? builtWorker(installed()));
  return {
    root,
    read: async (path) => {
      await mended();
      return readContained(await rootOrName(), path);
    },
    readNamed: (path) => readNamedFile(callerFolder, path),
    list: async (folder) => {
      await mended();
      return (await listFolder(await rootOrName(), folder)).files;
    },
    linksOutside: async (folder) => (await listFolder(await rootOrName(), folder)).outside,
    passedOver: async (folder) => passedOver(await rootOrName(), folder),
    apply: (plan) => applyPlan(work, plan),
    git: afterMending(git, mended),
    cache: fileCache(
      rootOrName,
      lazy(() => programId(installed())),
    ),
    today: () => todayIso(env.SOURCE_DATE_EPOCH),
    randomId: randomBase32,
    asset: (path) => readAsset(installed(), path),
    assets: (folder) => listAssets(installed(), folder),
    isolate: async (task, input, limit) => {
      workers ??= openWorkers();
      return (await workers).run(task, input, limit);
    },
    env: (name) => env[name],
    close: async () => {
      git.close();
      await (await workers)?.close();
    },
  };
}

/** The shipped worker stands beside the bundle; sources have none. */
function builtWorker(folder: string): string {
  const own = dirname(fileURLToPath(import.meta.url));
  const dist = join(folder, 'dist');
  return own.startsWith(dist) ? join(dist, 'worker.js') : '';
}

/** Git, asked only when a plan left half done has been dealt with. */
function afterMending(git: Git, mended: () => Promise<void>): Git {
  return {
    state: () => mended().then(git.state),
    resolve: (name) => mended().then(() => git.resolve(name)),
    tree: (commit, under) => git.tree(commit, under),
    blobs: (ids) => git.blobs(ids),
    tags: () => mended().then(git.tags),
    signature: (tag) => git.signature(tag),
    log: (from, to, under) => git.log(from, to, under),
    changed: () => mended().then(git.changed),
    commitDate: (commit) => git.commitDate(commit),
    staged: () => mended().then(git.staged),
    history: () => mended().then(git.history),
    messages: (commits) => git.messages(commits),
    refsWith: (commit) => git.refsWith(commit),
    hook: () => git.hook(),
    writeHook: (text, keepAs) => git.writeHook(text, keepAs),
  };
}

/** Does something asynchronous once; a failure is forgotten, so that it is tried again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
