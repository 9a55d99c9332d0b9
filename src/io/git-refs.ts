/** Names in git: what they stand for, and what is known of the repository. */
import type { TreeReader } from './git-trees.ts';
import { type GitPlace, type GitResult, runGit, splitNul } from './run-git.ts';
import type { RepositoryState, Tag } from './world.ts';
import { WorldError } from './world-error.ts';

const NO_REPOSITORY: RepositoryState = { kind: 'none', prefix: '', shallow: false, identity: false };

/**
 * Object id of the commit a name stands for.
 * The name follows `--end-of-options` and only an id is ever passed on, so that a name such as `--output=x` is harmless.
 */
export async function resolveCommit(place: GitPlace, name: string): Promise<string | undefined> {
  if (name === '' || /[\0\n]/u.test(name)) return undefined;
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const result = await runGit(place, args);
  const id = result.stdout.toString('utf8').trim();
  return result.code === 0 && /^[0-9a-f]{40,64}$/u.test(id) ? id : undefined;
}

/** Where a workspace is in its repository. */
interface Location {
  readonly prefix: string;
  readonly shallow: boolean;
}

/** Reads the state of a repository. */
interface StateReader {
  readonly read: () => Promise<RepositoryState>;
  /** Asks everything anew: another repository may be around the folder now. */
  readonly forget: () => void;
}

/**
 * Tells what is known of the repository around a folder. What can't change while a command runs is asked once: where the
 * repository is, and who commits; HEAD is asked each time.
 */
export function stateReader(place: GitPlace, trees: TreeReader): StateReader {
  let known: { readonly where: Location; readonly identity: boolean } | undefined;
  let asking: Promise<RepositoryState> | undefined;
  const ask = async (): Promise<RepositoryState> => {
    let head: Head | undefined;
    if (known === undefined) {
      const [found, identity] = await Promise.all([locate(place), hasIdentity(place)]);
      if ('kind' in found) return found;
      known = { where: found.where, identity };
      head = found.head;
    }
    return { ...(await headState(head ?? (await readHead(place)), trees)), ...known.where, identity: known.identity };
  };
  // Who asks while git is still answering gets the same answer.
  const read = (): Promise<RepositoryState> => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const forget = () => {
    known = undefined;
    asking = undefined;
  };
  return { read, forget };
}

/** What HEAD leads to. */
interface Head {
  readonly head?: string | undefined;
  readonly branch?: string | undefined;
}

async function headState(
  { head, branch }: Head,
  trees: TreeReader,
): Promise<Pick<RepositoryState, 'kind' | 'head' | 'headDate' | 'branch'>> {
  const headDate = head === undefined ? undefined : (await trees.commit(head))?.author.date;
  return {
    kind: head === undefined ? 'empty' : 'ready',
    ...(head === undefined ? {} : { head }),
    ...(headDate === undefined ? {} : { headDate }),
    ...(branch === undefined ? {} : { branch }),
  };
}

/** Where the repository is, and HEAD where the same run of git told it: to start git costs more than what it does. */
interface Found {
  readonly where: Location;
  readonly head?: Head | undefined;
}

const WHERE = ['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--show-prefix'];
const HEAD = ['HEAD^{commit}', '--symbolic-full-name', 'HEAD'];

async function locate(place: GitPlace): Promise<RepositoryState | Found> {
  const both = await askGit(place, [...WHERE, ...HEAD]);
  // Where there is no commit yet git fails at HEAD, behind what it says of the place, which is asked for alone then.
  if (both === undefined || both.code === 0 || both.stdout.length === 0) return foundIn(both);
  return foundIn(await askGit(place, WHERE));
}

function foundIn(asked: GitResult | undefined): RepositoryState | Found {
  if (asked === undefined) return { ...NO_REPOSITORY, kind: 'no-git' };
  if (asked.code !== 0) {
    return { ...NO_REPOSITORY, kind: asked.stderr.includes('dubious ownership') ? 'unsafe' : 'none' };
  }
  const lines = linesOf(asked);
  const head = headOf(lines.slice(-2));
  const where = locationOf(head === undefined ? lines : lines.slice(0, -2));
  return where === undefined ? NO_REPOSITORY : { where, head };
}

/** Undefined where there is no such program. */
function askGit(place: GitPlace, args: readonly string[]): Promise<GitResult | undefined> {
  return runGit(place, args).catch((error: unknown) => {
    if (error instanceof WorldError && error.code === 'no-git') return undefined;
    throw error;
  });
}

function linesOf({ stdout }: GitResult): string[] {
  return stdout.toString('utf8').replace(/\n$/u, '').split('\n');
}

function locationOf([inside, shallow, ...prefix]: readonly string[]): Location | undefined {
  return inside === 'true' ? { prefix: prefix.join('\n'), shallow: shallow === 'true' } : undefined;
}

/** The commit and the branch of HEAD, by one run of git where there is a commit. */
async function readHead(place: GitPlace): Promise<Head> {
  const result = await runGit(place, ['rev-parse', ...HEAD]);
  const head = result.code === 0 ? headOf(linesOf(result)) : undefined;
  return head ?? { branch: await currentBranch(place) };
}

function headOf([head = '', name = '']: readonly string[]): Head | undefined {
  if (!/^[0-9a-f]{40,64}$/u.test(head)) return undefined;
  return { head, branch: name === 'HEAD' || name === '' ? undefined : name.replace(/^refs\/heads\//u, '') };
}

async function currentBranch(place: GitPlace): Promise<string | undefined> {
  const result = await runGit(place, ['symbolic-ref', '--quiet', 'HEAD']);
  const name = result.stdout.toString('utf8').trim();
  return result.code === 0 ? name.replace(/^refs\/heads\//u, '') : undefined;
}

async function hasIdentity(place: GitPlace): Promise<boolean> {
  const asked = await runGit(place, ['var', 'GIT_COMMITTER_IDENT']).catch(() => undefined);
  return asked?.code === 0;
}

const FIELDS = [
  '%(refname:strip=2)',
  '%(objecttype)',
  '%(objectname)',
  '%(*objecttype)',
  '%(*objectname)',
  '%(contents)',
] as const;

/** All tags that lead to a commit, in git's order. */
export async function readTags(place: GitPlace, trees: TreeReader): Promise<readonly Tag[]> {
  const format = `--format=${FIELDS.map((field) => `${field}%00`).join('')}`;
  const listed = await runGit(place, ['for-each-ref', format, 'refs/tags']);
  const parts = splitNul(listed.stdout);
  const records: Promise<Tag | undefined>[] = [];
  for (let at = 0; at + FIELDS.length <= parts.length; at += FIELDS.length) {
    records.push(readTag(place, trees, parts.slice(at, at + FIELDS.length)));
  }
  return (await Promise.all(records)).filter((tag) => tag !== undefined);
}

async function readTag(place: GitPlace, trees: TreeReader, fields: readonly string[]): Promise<Tag | undefined> {
  const [line = '', type, own = '', inner, target = '', message = ''] = fields;
  // Records are separated by a line end, which stands before the next name.
  const name = line.replace(/^\n/u, '');
  const commit =
    type === 'commit' ? own : inner === 'commit' ? target : await resolveCommit(place, `refs/tags/${name}`);
  if (commit === undefined) return undefined;
  const date = (await trees.commit(commit))?.author.date ?? '';
  return { name, commit, date, message: type === 'tag' ? message : '' };
}
