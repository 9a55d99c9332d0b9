/** A World in memory, for tests and for whoever wants to try a plan without a disk. */
import { byCodePoint } from '../model/order.ts';
import type { Plan } from '../model/plan.ts';
import { listAssets, packageFolder, readAsset } from './assets.ts';
import { memoryCache } from './cache.ts';
import { blobId } from './git-objects.ts';
import type { TaskTable } from './isolate.ts';
import { type MemoryFiles, type MemoryGit, type MemoryHistory, memoryGit, toBytes } from './memory-git.ts';
import { changedError } from './plan-targets.ts';
import { ID_ALPHABET } from './random.ts';
import type { ListedFile, World } from './world.ts';
import { WorldError } from './world-error.ts';

/** What a World in memory begins with. */
export interface MemoryWorldOptions {
  /** Files of the workspace by path. */
  readonly files?: MemoryFiles;
  /** Its repository; absent: there is none. */
  readonly git?: MemoryHistory;
  /** ISO date. */
  readonly today?: string;
  /** Files outside that the user can name. */
  readonly named?: MemoryFiles;
  readonly env?: Readonly<Record<string, string>>;
  readonly tasks?: TaskTable;
}

/** A World in memory, and a look at what it holds. */
export interface MemoryWorld extends World {
  /** Files as they stand, by path; the object is made anew at each call. */
  readonly files: () => Readonly<Record<string, Uint8Array>>;
  /** Text of a file; undefined where there is none. */
  readonly text: (path: string) => string | undefined;
}

/** A World in memory. It keeps the contract of the real one: plans are whole or refused, paths stay inside. */
export function memoryWorld(options: MemoryWorldOptions = {}): MemoryWorld {
  const files = toBytes(options.files ?? {});
  const named = toBytes(options.named ?? {});
  const git = memoryGit(options.git, files);
  let counter = 0;
  return {
    root: '/workspace',
    read: async (path) => files.get(tidy(path)),
    readNamed: async (path) => named.get(path) ?? files.get(tidy(path)),
    list: async (folder) => listed(files, tidy(folder)),
    linksOutside: async () => [],
    passedOver: async () => [],
    apply: async (plan) => apply(files, git, plan),
    git,
    cache: memoryCache(),
    today: () => options.today ?? '2022-10-28',
    randomId: (length) => {
      counter += 1;
      return counted(counter, length);
    },
    asset: (path) => readAsset(packageFolder(), path),
    assets: (folder) => listAssets(packageFolder(), folder),
    isolate: async (task, input) => {
      const run = options.tasks?.[task];
      if (run === undefined) throw new WorldError('no-worker', 'This World was given no tasks.');
      return run(input);
    },
    env: (name) => options.env?.[name],
    files: () => Object.fromEntries([...files].sort(([a], [b]) => byCodePoint(a, b))),
    text: (path) => {
      const bytes = files.get(path);
      return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
    },
  };
}

function tidy(path: string): string {
  return path
    .replace(/^(\.\/)+/u, '')
    .replace(/\/+$/u, '')
    .replace(/^\.$/u, '');
}

function listed(files: ReadonlyMap<string, Uint8Array>, folder: string): readonly ListedFile[] {
  return [...files]
    .filter(([path]) => folder === '' || path === folder || path.startsWith(`${folder}/`))
    .filter(([path]) => !/(?:^|\/)(?:\.git|\.penholder|node_modules)\//u.test(path.slice(folder.length)))
    .map(([path, bytes]) => ({ path, size: bytes.length, stamp: blobId(bytes) }))
    .sort((a, b) => byCodePoint(a.path, b.path));
}

/** Ids of tests count up, spread so that neighbours do not look alike. */
function counted(count: number, length: number): string {
  let text = '';
  for (let value = count * 7_919; text.length < length; value = Math.floor(value / 32) + count) {
    text += ID_ALPHABET.charAt(value % 32);
  }
  return text;
}

function apply(files: Map<string, Uint8Array>, git: MemoryGit, plan: Plan): { commit?: string } {
  const after = new Map(files);
  for (const write of plan.writes) writeOne(after, write);
  for (const { from, to } of plan.renames) renameOne(after, from, to);
  for (const path of plan.deletes) after.delete(inside(path));
  if (plan.repository !== undefined) git.create();
  const commit = plan.commit === undefined ? undefined : git.commit(plan.commit, committed(after));
  for (const tag of plan.tags) git.tag(tag, tag.target === 'HEAD' ? (commit ?? '') : tag.target);
  files.clear();
  for (const [path, bytes] of after) files.set(path, bytes);
  return commit === undefined ? {} : { commit };
}

function committed(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].filter(([path]) => !/^(\.penholder|build)\//u.test(path)));
}

function writeOne(files: Map<string, Uint8Array>, write: Plan['writes'][number]): void {
  const path = inside(write.path);
  if (write.mode === 'new' && files.has(path)) {
    throw new WorldError('exists', `${path} exists already, and it is never overwritten.`);
  }
  if (write.was !== undefined && !Buffer.from(write.was).equals(files.get(path) ?? Buffer.alloc(0)))
    throw changedError(path);
  files.set(path, write.bytes);
}

function renameOne(files: Map<string, Uint8Array>, from: string, to: string): void {
  const bytes = files.get(inside(from));
  if (bytes === undefined) throw new WorldError('missing', `${from} does not exist, so it can't be renamed.`);
  if (files.has(inside(to))) throw new WorldError('exists', `${to} exists already, and it is never overwritten.`);
  files.delete(inside(from));
  files.set(inside(to), bytes);
}

function inside(path: string): string {
  const plain = tidy(path);
  if (plain.split('/').includes('..')) throw new WorldError('outside', `${path} leads out of the workspace.`);
  return plain;
}
