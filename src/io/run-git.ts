/** Starting git so that nothing a repository's configuration names is ever run. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { WorldError, writeError } from './world-error.ts';

/** Who commits is the user's to say, also through the environment; every other GIT_ variable is taken out. */
const KEPT_GIT_VARIABLES = new Set([
  'GIT_AUTHOR_NAME',
  'GIT_AUTHOR_EMAIL',
  'GIT_COMMITTER_NAME',
  'GIT_COMMITTER_EMAIL',
]);

const FIXED_ENVIRONMENT: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_PAGER: 'cat',
  // Windows would otherwise look for git.exe in the folder of the call first.
  NoDefaultCurrentDirectoryInExePath: '1',
};

/** Switches off every setting through which a repository can name a program to run. */
const HARDENED = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
  '-c',
  'protocol.allow=never',
  '-c',
  'core.untrackedCache=false',
  '-c',
  'gc.auto=0',
] as const;

/** Where and how git is run. */
export interface GitPlace {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What a run of git gave. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** What goes with one run of git. */
export interface GitCall {
  readonly input?: Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** A run that changes the repository goes on when the terminal kills its process group, so that it leaves no lock. */
  readonly writes?: boolean;
}

/** The environment git is given: the user's, without what could redirect it. */
function gitEnvironment(env: GitPlace['env']): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || name === 'LANGUAGE') continue;
    if (/^GIT_/iu.test(name) && !KEPT_GIT_VARIABLES.has(name)) continue;
    clean[name] = value;
  }
  return { ...clean, ...FIXED_ENVIRONMENT };
}

/** Starts git and leaves its streams to the caller. */
export function startGit(place: GitPlace, args: readonly string[], call: GitCall = {}): ChildProcessWithoutNullStreams {
  return spawn('git', ['-C', place.root, ...HARDENED, ...args], {
    env: { ...gitEnvironment(place.env), ...call.env },
    detached: call.writes === true && process.platform !== 'win32',
    windowsHide: true,
  });
}

/**
 * Runs git to its end.
 * @throws WorldError `no-git` where there is no such program.
 */
export function runGit(place: GitPlace, args: readonly string[], call: GitCall = {}): Promise<GitResult> {
  return new Promise((done, fail) => {
    const child = startGit(place, args, call);
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error) => fail(startError(error)));
    child.on('close', (code) =>
      done({ code: code ?? 1, stdout: Buffer.concat(out), stderr: Buffer.concat(errors).toString('utf8') }),
    );
    // Git may end before it has read everything; what it answered then says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(call.input);
  });
}

/** The error of a git that could not be started, in words. */
export function startError(error: Error & { code?: string }): Error {
  if (error.code !== 'ENOENT') return error;
  return new WorldError(
    'no-git',
    'The program git was not found, and stages live in git.',
    'Install git (https://git-scm.com/downloads) and run the command again.',
  );
}

/**
 * Runs git and returns what it printed.
 * @throws WorldError `git-failed` with git's own words where it failed.
 */
export async function gitOutput(place: GitPlace, args: readonly string[], call: GitCall = {}): Promise<Buffer> {
  const result = await runGit(place, args, call);
  if (result.code === 0) return result.stdout;
  if (result.stderr.includes('No space left on device')) throw writeError({ code: 'ENOSPC' }, '.git');
  throw new WorldError('git-failed', `git ${args[0] ?? ''} failed: ${result.stderr.trim() || `exit ${result.code}`}.`);
}

/** Parts of a text of git's that ends each record with a NUL. */
export function splitNul(bytes: Buffer): readonly string[] {
  const text = bytes.toString('utf8');
  const parts = text.split('\0');
  if (parts.at(-1) === '' || parts.at(-1) === '\n') parts.pop();
  return parts;
}
