/** Commits of a range, with the paths they touched: git walks and compares, and no file is opened for it. */
import { byCodePoint } from '../model/order.ts';
import type { RawCommit } from './git-objects.ts';
import type { TreeReader } from './git-trees.ts';
import { type GitPlace, runGit, splitNul } from './run-git.ts';
import type { Commit } from './world.ts';

/** Which commits are asked for. */
export interface LogRange {
  readonly from: string | undefined;
  readonly to: string;
  /** Repository path that they touch; empty for all of it. */
  readonly under: string;
}

/** Commits reachable from `to` and not from `from`, newest first. */
export async function readLog(
  place: GitPlace,
  trees: TreeReader,
  { from, to, under }: LogRange,
): Promise<readonly Commit[]> {
  const ends = [to, ...(from === undefined ? [] : [`^${from}`])];
  if (!ends.every((end) => /^\^?[0-9a-f]{40,64}$/u.test(end))) return [];
  const paths = await pathspec(place, under);
  const listed = await runGit(place, ['rev-list', ...ends, '--', ...paths]);
  const ids = listed.stdout.toString('utf8').split('\n').filter(Boolean);
  const commits = new Map<string, RawCommit>();
  await Promise.all(
    ids.map(async (id) => {
      const commit = await trees.commit(id);
      if (commit !== undefined) commits.set(id, commit);
    }),
  );
  const touched = await pathsOf(place, await comparisons(trees, commits), paths);
  return ids.flatMap((id) => {
    const commit = commits.get(id);
    return commit === undefined ? [] : [told(id, commit, touched.get(id) ?? [])];
  });
}

function told(id: string, { author, message }: RawCommit, paths: readonly string[]): Commit {
  const [subject = '', ...rest] = message.split('\n');
  return { id, author, subject, body: rest.join('\n').trim(), paths };
}

/** A repository path as git takes it from the workspace's folder: up to the repository's root first. */
async function pathspec(place: GitPlace, under: string): Promise<readonly string[]> {
  if (under === '') return [];
  const up = (await runGit(place, ['rev-parse', '--show-cdup'])).stdout.toString('utf8').replace(/\n$/u, '');
  return [up + under];
}

/**
 * Each commit with its first parent, as `diff-tree --stdin` takes them; a first commit stands alone.
 * Where history is cut (shallow clone) the parent is not there, and what the commit touched can't be known.
 */
async function comparisons(trees: TreeReader, commits: ReadonlyMap<string, RawCommit>): Promise<readonly string[]> {
  const lines = await Promise.all(
    [...commits].map(async ([id, { parents }]) => {
      const [first] = parents;
      if (first === undefined) return [id];
      const there = commits.has(first) || (await trees.commit(first)) !== undefined;
      return there ? [`${id} ${first}`] : [];
    }),
  );
  return lines.flat();
}

/** Paths that differ between each commit and its parent, in code-point order, by the commit's id. */
async function pathsOf(
  place: GitPlace,
  lines: readonly string[],
  paths: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (lines.length === 0) return new Map();
  const args = ['diff-tree', '--stdin', '-r', '--root', '--raw', '-z', '--no-renames', '--', ...paths];
  const { stdout } = await runGit(place, args, { input: Buffer.from(`${lines.join('\n')}\n`) });
  const found = new Map<string, string[]>();
  let current: string[] = [];
  const parts = splitNul(stdout);
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (part.startsWith(':')) {
      // What follows is a path, whatever it looks like.
      at += 1;
      current.push(parts[at] ?? '');
    } else {
      current = [];
      found.set(/[0-9a-f]{40,64}/u.exec(part)?.[0] ?? '', current);
    }
  }
  for (const list of found.values()) list.sort(byCodePoint);
  return found;
}
