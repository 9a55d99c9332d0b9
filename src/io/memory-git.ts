/** Git in memory, with real object ids: what a test makes here has the ids the git program would give it. */

import { byCodePoint } from '../model/order.ts';
import type { GitPerson, PlannedCommit, PlannedTag } from '../model/plan.ts';
import type { GitObject, ObjectReader } from './cat-file.ts';
import { decodeCommit, decodePerson, encodePerson, encodeTree, objectId, type RawEntry } from './git-objects.ts';
import { signatureKind } from './git-signature.ts';
import { type TreeReader, treeReader } from './git-trees.ts';
import type { Commit, Git, HistoricFile, RepositoryState, Tag, TreeEntry } from './world.ts';
import { WorldError } from './world-error.ts';

/** Files by path; text is UTF-8. */
export type MemoryFiles = Readonly<Record<string, string | Uint8Array>>;

/** A commit of the history a test begins with; it holds all files, not only changed ones. */
interface MemoryCommit {
  readonly files: MemoryFiles;
  readonly message?: string;
  readonly author?: GitPerson;
  /** Tags on it: lightweight as a name, annotated with a message. */
  readonly tags?: readonly (string | { readonly name: string; readonly message: string })[];
}

/** The repository a test begins with. */
export interface MemoryHistory {
  readonly commits?: readonly MemoryCommit[];
  /** Folder of the workspace in the repository. */
  readonly prefix?: string;
  /** What `state` says where it is not what follows from the commits. */
  readonly state?: Partial<RepositoryState>;
}

/** Who and when, where a test says nothing. */
const SOMEBODY: GitPerson = { name: 'A. Drafter', email: 'drafter@example.org', date: '2022-09-01T12:00:00+00:00' };

/** Git in memory, with the means to write to it. */
export interface MemoryGit extends Git {
  readonly commit: (planned: PlannedCommit, files: ReadonlyMap<string, Uint8Array>) => string;
  readonly tag: (tag: PlannedTag, target: string) => void;
  readonly create: () => void;
}

interface Store {
  readonly objects: Map<string, GitObject>;
  readonly tags: Map<string, Tag>;
  head: string | undefined;
  exists: boolean;
  hook: { text?: string };
}

function put(store: Store, type: 'blob' | 'tree' | 'commit' | 'tag', bytes: Buffer): string {
  const id = objectId(type, bytes);
  store.objects.set(id, { type, bytes });
  return id;
}

/** Writes a folder and what is below it; returns the id of its tree. */
function putTree(store: Store, files: ReadonlyMap<string, Uint8Array>): string {
  const folders = new Map<string, Map<string, Uint8Array>>();
  const entries: RawEntry[] = [];
  for (const [path, bytes] of files) {
    const slash = path.indexOf('/');
    if (slash < 0) entries.push({ mode: '100644', name: path, id: put(store, 'blob', Buffer.from(bytes)) });
    else {
      const name = path.slice(0, slash);
      const inside = folders.get(name) ?? new Map<string, Uint8Array>();
      folders.set(name, inside.set(path.slice(slash + 1), bytes));
    }
  }
  for (const [name, inside] of folders) entries.push({ mode: '40000', name, id: putTree(store, inside) });
  return put(store, 'tree', encodeTree(entries));
}

function putCommit(store: Store, files: ReadonlyMap<string, Uint8Array>, planned: PlannedCommit): string {
  const person = encodePerson(planned.author ?? SOMEBODY);
  const parent = store.head === undefined ? '' : `parent ${store.head}\n`;
  const message = planned.message.replace(/\n*$/u, '\n');
  const body = `tree ${putTree(store, files)}\n${parent}author ${person}\ncommitter ${person}\n\n${message}`;
  store.head = put(store, 'commit', Buffer.from(body, 'utf8'));
  return store.head;
}

function prefixed(files: ReadonlyMap<string, Uint8Array>, prefix: string): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].map(([path, bytes]) => [prefix + path, bytes]));
}

/** Bytes of files given as text or bytes. */
export function toBytes(files: MemoryFiles): Map<string, Uint8Array> {
  return new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'utf8')) : content,
    ]),
  );
}

/**
 * A repository in memory.
 * @param history the commits it begins with; undefined: there is no repository.
 * @param workTree the files as they stand now, for `changed`.
 */
export function memoryGit(history: MemoryHistory | undefined, workTree: ReadonlyMap<string, Uint8Array>): MemoryGit {
  const store: Store = {
    objects: new Map(),
    tags: new Map(),
    head: undefined,
    exists: history !== undefined,
    hook: {},
  };
  const prefix = history?.prefix ?? '';
  for (const commit of history?.commits ?? []) replay(store, commit, prefix);
  const reader: ObjectReader = { read: async (id) => store.objects.get(id), close: () => undefined };
  const trees = treeReader(reader);
  return {
    state: async () => ({ ...stateOf(store, prefix), ...history?.state }),
    resolve: async (name) => resolve(store, name),
    tree: (commit, under) => trees.files(commit, under),
    blobs: async (ids) =>
      new Map(
        ids.flatMap((id) => (store.objects.has(id) ? [[id, store.objects.get(id)?.bytes ?? Buffer.alloc(0)]] : [])),
      ),
    tags: async () => [...store.tags.values()].sort((a, b) => byCodePoint(a.name, b.name)),
    signature: async (tag) => {
      const kind = signatureKind(store.tags.get(tag)?.message ?? '');
      return kind === undefined ? undefined : { kind, state: 'not-checked' };
    },
    log: (from, to, under) => log(store, trees, { from, to, under: under ?? '' }),
    changed: async () => changed(store, trees, { prefix, workTree }),
    commitDate: async (commit) => (await trees.commit(commit))?.author.date,
    staged: async () => staged(store, trees, { prefix, workTree }),
    history: async () => fileHistory(store, trees),
    messages: async (commits) =>
      commits.flatMap((commit) => {
        const bytes = store.objects.get(commit)?.bytes;
        return bytes === undefined ? [] : [{ commit, message: decodeCommit(bytes).message }];
      }),
    refsWith: async () => (store.head === undefined ? [] : ['main']),
    hook: async () => (store.exists ? { path: '.git/hooks/pre-commit', ...store.hook } : undefined),
    writeHook: async (text) => {
      store.hook = { text };
    },
    commit: (planned, files) => putCommit(store, prefixed(files, prefix), planned),
    tag: (tag, target) => putTag(store, tag.name, { target, message: tag.message }),
    create: () => {
      store.exists = true;
    },
  };
}

function replay(store: Store, commit: MemoryCommit, prefix: string): void {
  const planned: PlannedCommit = { message: commit.message ?? 'Work on the text', paths: ['.'] };
  const author = commit.author === undefined ? {} : { author: commit.author };
  const id = putCommit(store, prefixed(toBytes(commit.files), prefix), { ...planned, ...author });
  for (const tag of commit.tags ?? []) {
    if (typeof tag === 'string') putTag(store, tag, { target: id, message: '' });
    else putTag(store, tag.name, { target: id, message: tag.message });
  }
}

function putTag(store: Store, name: string, { target, message }: { target: string; message: string }): void {
  if (store.tags.has(name)) {
    throw new WorldError('exists', `The tag ${name} exists already, and a frozen stage never changes.`);
  }
  store.tags.set(name, { name, commit: target, date: dateOf(store, target), message });
}

function dateOf(store: Store, id: string): string {
  const bytes = store.objects.get(id)?.bytes;
  return bytes === undefined ? decodePerson('').date : decodeCommit(bytes).author.date;
}

function stateOf(store: Store, prefix: string): RepositoryState {
  if (!store.exists) return { kind: 'none', prefix: '', shallow: false, identity: true };
  const base = { prefix, shallow: false, identity: true, branch: 'main' };
  if (store.head === undefined) return { ...base, kind: 'empty' };
  return { ...base, kind: 'ready', head: store.head, headDate: dateOf(store, store.head) };
}

function resolve(store: Store, name: string): string | undefined {
  if (name === 'HEAD' || name === 'main' || name === 'refs/heads/main') return store.head;
  const tag = store.tags.get(name.replace(/^refs\/tags\//u, ''));
  if (tag !== undefined) return tag.commit;
  return store.objects.get(name)?.type === 'commit' ? name : undefined;
}

async function log(
  store: Store,
  trees: TreeReader,
  { from, to, under }: { from: string | undefined; to: string; under: string },
): Promise<readonly Commit[]> {
  const commits: Commit[] = [];
  for (let id: string | undefined = to; id !== undefined && id !== from; ) {
    const commit = await trees.commit(id);
    if (commit === undefined) break;
    const [parent] = commit.parents;
    const before = parent === undefined ? undefined : (await trees.commit(parent))?.tree;
    const paths = (await trees.differences(before, commit.tree)).filter((path) => path.startsWith(under));
    const [subject = '', ...rest] = commit.message.split('\n');
    if (paths.length > 0) commits.push({ id, author: commit.author, subject, body: rest.join('\n').trim(), paths });
    id = parent;
  }
  return store.exists ? commits : [];
}

/** What differs from HEAD counts as staged: there is no index in memory. */
async function staged(
  store: Store,
  trees: TreeReader,
  where: { prefix: string; workTree: ReadonlyMap<string, Uint8Array> },
): Promise<readonly TreeEntry[]> {
  const paths = await changed(store, trees, where);
  return paths.flatMap((path) => {
    const bytes = where.workTree.get(path);
    if (bytes === undefined) return [];
    const id = put(store, 'blob', Buffer.from(bytes));
    return [{ path: where.prefix + path, id, mode: 'file' as const }];
  });
}

async function fileHistory(store: Store, trees: TreeReader): Promise<readonly HistoricFile[]> {
  const files: HistoricFile[] = [];
  for (let id = store.head; id !== undefined; ) {
    const commit: string = id;
    const { parents = [] } = (await trees.commit(commit)) ?? {};
    const before = new Set(parents[0] === undefined ? [] : (await trees.files(parents[0])).map(keyOf));
    const now = await trees.files(commit);
    files.push(
      ...now.filter((one) => !before.has(keyOf(one))).map(({ path, id: blob }) => ({ commit, path, id: blob })),
    );
    id = parents[0];
  }
  return files;
}

function keyOf({ path, id }: TreeEntry): string {
  return `${id} ${path}`;
}

async function changed(
  store: Store,
  trees: TreeReader,
  { prefix, workTree }: { prefix: string; workTree: ReadonlyMap<string, Uint8Array> },
): Promise<readonly string[]> {
  if (!store.exists) return [];
  const head = new Map(
    (store.head === undefined ? [] : await trees.files(store.head, prefix)).map((entry) => [entry.path, entry.id]),
  );
  const ignored = (path: string) => path.startsWith('.penholder/') || path.startsWith('build/');
  const paths = [...workTree.keys()].filter((path) => !ignored(path));
  const differing = paths.filter(
    (path) => head.get(prefix + path) !== objectId('blob', workTree.get(path) ?? new Uint8Array()),
  );
  const gone = [...head.keys()].map((path) => path.slice(prefix.length)).filter((path) => !workTree.has(path));
  return [...differing, ...gone].sort(byCodePoint);
}
