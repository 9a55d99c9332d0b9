import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The built program. */
export const BIN = fileURLToPath(new URL('../../bin/penholder.js', import.meta.url));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What the program said, and how it ended. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder, removed after the tests of the file. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'penholder-commands-')));
  folders.push(folder);
  return folder;
}

/** An environment of its own: git knows a drafter and nothing of this machine. */
export function environment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '/',
    GIT_CONFIG_GLOBAL: identityFile(),
    GIT_CONFIG_NOSYSTEM: '1',
    ...extra,
  };
}

let identity: string | undefined;

function identityFile(): string {
  if (identity !== undefined) return identity;
  identity = join(emptyFolder(), 'gitconfig');
  writeFileSync(
    identity,
    '[user]\n\tname = A. Drafter\n\temail = drafter@example.org\n[init]\n\tdefaultBranch = main\n',
  );
  return identity;
}

/** Runs the built program as its users do, without a terminal. */
export function penholder(
  cwd: string,
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd, env: environment(extra), maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, [BIN, ...args], options, (error, stdout, stderr) => {
      resolve({ status: child.exitCode ?? (error ? -1 : 0), stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** Runs git in a folder. */
export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, env: environment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A shell line; `$PENHOLDER` runs the program. */
export function shell(cwd: string, line: string): Outcome {
  const env = environment({ PENHOLDER: `${process.execPath} ${BIN}` });
  try {
    const stdout = execFileSync('bash', ['-c', line], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { status: 0, stdout, stderr: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as Outcome;
    return { status, stdout: String(stdout), stderr: String(stderr) };
  }
}

/** Writes files below a folder. */
export function fill(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A file as text. */
export function readText(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8');
}

/** A committed workspace with one section and the files given. */
export async function workspace(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = join(emptyFolder(), 'note');
  const made = await penholder(dirname(folder), [
    'init',
    'note',
    '--title',
    'A guidance note',
    '--name',
    'note',
    '--yes',
  ]);
  if (made.status !== 0) throw new Error(made.stderr);
  fill(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'Begin');
  return folder;
}
