/** Puts made-up workspaces on disk and under git, and knows the programs that are measured on them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Whoever runs this: the same commits, with the same ids. */
const GIT_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Bench',
  GIT_AUTHOR_EMAIL: 'bench@example.org',
  GIT_AUTHOR_DATE: '2024-01-15T12:00:00+00:00',
  GIT_COMMITTER_NAME: 'Bench',
  GIT_COMMITTER_EMAIL: 'bench@example.org',
  GIT_COMMITTER_DATE: '2024-01-15T12:00:00+00:00',
};

/**
 * Makes a folder of its own, and takes it away when the work is done.
 *
 * @template Result
 * @param {(folder: string) => Promise<Result> | Result} work
 */
export async function inTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Writes files and commits them to a new repository.
 *
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files By path.
 * @param {string} [tag] An annotated tag on the commit.
 */
export function repository(folder, files, tag) {
  for (const [path, text] of new Map([['.gitignore', '/build/\n'], ...files])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const git = (...args) =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...GIT_ENVIRONMENT }, stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Begin');
  if (tag !== undefined) git('tag', '--annotate', '--message=Freeze', tag);
  return folder;
}

/**
 * The program under measure, as it is installed.
 *
 * @param {string} cwd
 * @param {readonly string[]} args
 */
export function penholder(cwd, args) {
  return { command: process.execPath, args: [join(ROOT, 'bin', 'penholder.js'), ...args], cwd };
}

/**
 * Forgets what earlier runs kept.
 *
 * @param {string} workspace
 */
export function coldCache(workspace) {
  rmSync(join(workspace, '.penholder'), { recursive: true, force: true });
}
