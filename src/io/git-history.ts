/** What git's index and history hold, read by plumbing that runs nothing a repository names. */
import { isAbsolute, join } from 'node:path';
import { MODES } from './git-objects.ts';
import type { TreeReader } from './git-trees.ts';
import { type GitPlace, gitOutput, runGit, splitNul } from './run-git.ts';
import type { HistoricFile, HistoricMessage, TreeEntry } from './world.ts';

/**
 * Files staged for the next commit that differ from HEAD.
 * While git commits only some files it works on an index of its own and names it to its hooks; that one is read then.
 *
 * @param head Commit of HEAD, if there is one.
 * @throws WorldError where git cannot tell: an empty answer would let anything pass.
 */
export async function readStaged(place: GitPlace, head: string | undefined): Promise<readonly TreeEntry[]> {
  const before = head ?? (await emptyTree(place));
  const args = ['diff-index', '--cached', '--raw', '-r', '-z', '--no-renames', '--abbrev=64', before];
  const index = await ownIndex(place);
  const stdout = await gitOutput(place, args, index === undefined ? {} : { env: { GIT_INDEX_FILE: index } });
  return rawEntries(splitNul(stdout));
}

/** The tree of no files, which every repository knows, by an id as long as its others. */
async function emptyTree(place: GitPlace): Promise<string> {
  const stdout = await gitOutput(place, ['hash-object', '-t', 'tree', '--stdin'], { input: Buffer.alloc(0) });
  return stdout.toString('utf8').trim();
}

async function ownIndex(place: GitPlace): Promise<string | undefined> {
  const named = place.env.GIT_INDEX_FILE;
  if (named === undefined || named === '' || isAbsolute(named)) return named === '' ? undefined : named;
  const top = (await runGit(place, ['rev-parse', '--show-toplevel'])).stdout.toString('utf8').replace(/\n$/u, '');
  return join(top, named);
}

/** Pairs of `:<old mode> <new mode> <old id> <new id> <status>` and path. */
function rawEntries(parts: readonly string[]): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, mode = '', , id = ''] = (parts[at] ?? '').split(' ');
    const kind = MODES[mode];
    if (kind !== undefined) entries.push({ path: parts[at + 1] ?? '', id, mode: kind });
  }
  return entries;
}

/**
 * Every version of every file that a ref or a reflog still reaches, each with the commit that brought it.
 *
 * @throws WorldError where git cannot read all of it: half a history would pass for a clean one.
 */
export async function readHistory(place: GitPlace): Promise<readonly HistoricFile[]> {
  const listed = await runGit(place, ['rev-list', '--all', '--reflog']);
  if (listed.code !== 0 || listed.stdout.length === 0) return [];
  const args = ['diff-tree', '--stdin', '-r', '-m', '--root', '--raw', '-z', '--no-renames', '--abbrev=64'];
  return historicFiles(splitNul(await gitOutput(place, args, { input: listed.stdout })));
}

function historicFiles(parts: readonly string[]): readonly HistoricFile[] {
  const files: HistoricFile[] = [];
  let commit = '';
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (!part.startsWith(':')) {
      commit = /[0-9a-f]{40,64}/u.exec(part)?.[0] ?? commit;
      continue;
    }
    const [, mode = '', , id = ''] = part.split(' ');
    at += 1;
    if (MODES[mode] === 'file' || MODES[mode] === 'executable' || MODES[mode] === 'link') {
      files.push({ commit, path: parts[at] ?? '', id });
    }
  }
  return files;
}

/** Messages of commits; those that are not there are left out. */
export async function readMessages(trees: TreeReader, commits: readonly string[]): Promise<readonly HistoricMessage[]> {
  const found: HistoricMessage[] = [];
  for (const commit of commits) {
    const message = (await trees.commit(commit))?.message;
    if (message !== undefined) found.push({ commit, message });
  }
  return found;
}

/** Names of the refs from which a commit can be reached, without `refs/heads/` and the like. */
export async function refsContaining(place: GitPlace, commit: string): Promise<readonly string[]> {
  if (!/^[0-9a-f]{40,64}$/u.test(commit)) return [];
  const { stdout } = await runGit(place, ['for-each-ref', `--contains=${commit}`, '--format=%(refname:short)']);
  return stdout.toString('utf8').split('\n').filter(Boolean);
}
