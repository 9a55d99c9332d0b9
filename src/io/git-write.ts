/** Commits and tags, made as objects first: until a ref names them they change nothing. */
import { copyFile, lstat, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitPerson, PlannedCommit, PlannedTag } from '../model/plan.ts';
import { linkOrCopy, writeNew } from './atomic-write.ts';
import { containedPath } from './file-system.ts';
import { encodePerson } from './git-objects.ts';
import { hashFile, type JournalIndex, type JournalRef } from './journal.ts';
import { type GitPlace, gitOutput, runGit } from './run-git.ts';
import { WorldError } from './world-error.ts';

/** What a plan's file will be once it is carried out: a staged file's name, or null where it is deleted. */
type StagedFiles = ReadonlyMap<string, string | null>;

/** What is needed to prepare a commit. */
export interface CommitContext {
  readonly place: GitPlace;
  readonly realRoot: string;
  /** Folder of the journal, where files are staged. */
  readonly folder: string;
  /** By workspace-relative path. */
  readonly staged: StagedFiles;
  readonly prefix: string;
  readonly head: string | undefined;
  /** Paths that differ from HEAD now. */
  readonly changed: readonly string[];
}

/** A commit ready to be named by a branch. */
export interface PreparedCommit {
  readonly id: string;
  readonly ref: JournalRef;
  readonly index: JournalIndex;
}

const ZERO = '0'.repeat(40);

/** Makes a repository; its branch is `main`, whatever the user's configuration says, so that results can be made again. */
export async function createRepository(place: GitPlace): Promise<void> {
  await gitOutput(place, ['init', '-q', '-b', 'main', '--object-format=sha1'], { writes: true });
}

/**
 * Makes the commit object of a plan and the index that goes with it.
 * File contents go in byte for byte: no filter of the repository is run, no line end changed, and no hook either.
 */
export async function prepareCommit(context: CommitContext, planned: PlannedCommit): Promise<PreparedCommit> {
  const entries = await commitEntries(context, planned.paths);
  const scratch = join(context.folder, 'commit-index');
  const env = { GIT_INDEX_FILE: scratch };
  await gitOutput(context.place, ['read-tree', context.head ?? '--empty'], { env });
  await gitOutput(context.place, ['update-index', '-z', '--index-info'], { env, input: entries });
  const tree = text(await gitOutput(context.place, ['write-tree'], { env }));
  const parents = context.head === undefined ? [] : ['-p', context.head];
  const id = text(
    await gitOutput(context.place, ['-c', 'i18n.commitEncoding=UTF-8', 'commit-tree', tree, ...parents, '-F', '-'], {
      env: personVariables(planned.author),
      input: Buffer.from(planned.message, 'utf8'),
    }),
  );
  const branch = await runGit(context.place, ['symbolic-ref', '--quiet', 'HEAD']);
  const name = branch.code === 0 ? text(branch.stdout) : 'HEAD';
  return { id, ref: { name, from: context.head ?? null, to: id }, index: await prepareIndex(context, entries) };
}

function text(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/\n$/u, '');
}

function personVariables(person: GitPerson | undefined): Record<string, string> {
  if (person === undefined) return {};
  const date = encodePerson(person).replace(/^.*> /u, '');
  return {
    GIT_AUTHOR_NAME: person.name,
    GIT_AUTHOR_EMAIL: person.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: person.name,
    GIT_COMMITTER_EMAIL: person.email,
    GIT_COMMITTER_DATE: date,
  };
}

/** Lines for `update-index --index-info`: mode, id and repository path of each file of the commit. */
async function commitEntries(context: CommitContext, paths: readonly string[]): Promise<Buffer> {
  const wanted = new Set([...context.changed, ...context.staged.keys()].filter((path) => isNamed(path, paths)));
  for (const path of paths) if (path !== '.' && !hasInside(wanted, path)) wanted.add(path);
  const files = await Promise.all([...wanted].map((path, index) => stageForCommit(context, path, index)));
  const present = files.filter((file) => file.name !== undefined);
  const ids = await hashObjects(
    context,
    present.map((file) => file.name ?? ''),
  );
  const idOf = new Map(present.map((file, index) => [file.path, ids[index] ?? '']));
  const lines = files.map((file) => {
    const id = idOf.get(file.path);
    return id === undefined
      ? `0 ${ZERO}\t${context.prefix}${file.path}\0`
      : `${file.mode} ${id}\t${context.prefix}${file.path}\0`;
  });
  return Buffer.from(lines.join(''), 'utf8');
}

function isNamed(path: string, paths: readonly string[]): boolean {
  return paths.some((named) => named === '.' || path === named || path.startsWith(`${named.replace(/\/+$/u, '')}/`));
}

function hasInside(wanted: ReadonlySet<string>, path: string): boolean {
  return [...wanted].some((one) => isNamed(one, [path]));
}

interface CommitFile {
  readonly path: string;
  readonly mode: string;
  /** Staged name; undefined where the file is gone. */
  readonly name?: string;
}

async function stageForCommit(context: CommitContext, path: string, index: number): Promise<CommitFile> {
  const staged = context.staged.get(path);
  if (staged === null) return { path, mode: '0' };
  if (staged !== undefined) return { path, mode: await modeOf(join(context.folder, staged)), name: staged };
  const name = `tree-${index}`;
  const at = join(context.realRoot, path);
  if ((await lstat(at).catch(() => undefined))?.isSymbolicLink() === true) {
    await writeNew(join(context.folder, name), await readlink(at, 'buffer'), false);
    return { path, mode: '120000', name };
  }
  const real = await containedPath(context.realRoot, path);
  if (real === undefined || !(await stat(real)).isFile()) return { path, mode: '0' };
  // A copy: what is committed is what was there now, even if the file is edited before it has been hashed.
  await copyFile(real, join(context.folder, name));
  return { path, mode: await modeOf(real), name };
}

async function modeOf(path: string): Promise<string> {
  const executable = process.platform !== 'win32' && ((await stat(path)).mode & 0o100) !== 0;
  return executable ? '100755' : '100644';
}

async function hashObjects(context: CommitContext, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const input = Buffer.from(names.map((name) => `${quoted(join(context.folder, name))}\n`).join(''), 'utf8');
  const args = ['hash-object', '-w', '--no-filters', '--stdin-paths'];
  return text(await gitOutput(context.place, args, { input })).split('\n');
}

/** A path as git reads it from a line. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/gu, '\\$&').replaceAll('\n', '\\n')}"`;
}

/** The user's own index with the commit's files in it: what they had staged besides stays staged. */
async function prepareIndex(context: CommitContext, entries: Buffer): Promise<JournalIndex> {
  const asked = text(await gitOutput(context.place, ['rev-parse', '--path-format=absolute', '--git-path', 'index']));
  const [staged, backup] = ['index', 'old-index'];
  const oldHash = await hashFile(asked);
  if (oldHash !== null) {
    await copyFile(asked, join(context.folder, staged));
    await linkOrCopy(asked, join(context.folder, backup));
  }
  const env = { GIT_INDEX_FILE: join(context.folder, staged) };
  await gitOutput(context.place, ['-c', 'core.splitIndex=false', 'update-index', '-z', '--index-info'], {
    env,
    input: entries,
  });
  const newHash = (await hashFile(join(context.folder, staged))) ?? '';
  return { target: asked, staged, backup: oldHash === null ? null : backup, oldHash, newHash };
}

/**
 * Makes the object of an annotated tag.
 * @param target id of the commit.
 * @throws WorldError `exists` where there is such a tag, `git-failed` where git does not allow the name.
 */
export async function prepareTag(place: GitPlace, tag: PlannedTag, target: string): Promise<JournalRef> {
  const name = `refs/tags/${tag.name}`;
  if ((await runGit(place, ['check-ref-format', name])).code !== 0) {
    throw new WorldError(
      'git-failed',
      `"${tag.name}" can't be the name of a git tag.`,
      'Choose another tag for this stage in penholder.yaml.',
    );
  }
  if ((await currentRef(place, name)) !== null) {
    throw new WorldError('exists', `The tag ${tag.name} exists already, and a frozen stage never changes.`);
  }
  const tagger = tag.tagger === undefined ? await ownIdentity(place) : encodePerson(tag.tagger);
  const body = `object ${target}\ntype commit\ntag ${tag.name}\ntagger ${tagger}\n\n${tag.message.replace(/\n*$/u, '\n')}`;
  const id = text(await gitOutput(place, ['mktag'], { input: Buffer.from(body, 'utf8') }));
  return { name, from: null, to: id };
}

async function ownIdentity(place: GitPlace): Promise<string> {
  const result = await runGit(place, ['var', 'GIT_COMMITTER_IDENT']);
  if (result.code === 0) return text(result.stdout);
  throw identityError();
}

/** Says how to tell git who one is. */
export function identityError(): WorldError {
  return new WorldError(
    'no-identity',
    'Git does not know who you are, and a commit or a tag carries a name.',
    'Run: git config --global user.name "Your Name" and git config --global user.email you@example.org',
  );
}

/** Object a ref names; null where there is no such ref. */
export async function currentRef(place: GitPlace, name: string): Promise<string | null> {
  const result = await runGit(place, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]);
  return result.code === 0 ? text(result.stdout) : null;
}

/** Moves refs in one transaction of git's; `to` null removes. */
export async function moveRefs(
  place: GitPlace,
  moves: readonly { name: string; from: string | null; to: string | null }[],
): Promise<void> {
  const lines = moves.map(({ name, from, to }) =>
    to === null ? `delete ${name}\0${from ?? ''}\0` : `update ${name}\0${to}\0${from ?? ZERO}\0`,
  );
  const args = ['update-ref', '-m', 'penholder', '--stdin', '-z'];
  await gitOutput(place, args, { input: Buffer.from(lines.join(''), 'utf8'), writes: true });
}
