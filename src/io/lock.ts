/** One writer at a time in a workspace. */
import { randomBytes } from 'node:crypto';
import { constants, readFileSync } from 'node:fs';
import { copyFile, link, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isRunning } from './atomic-write.ts';
import { systemCode, WorldError } from './world-error.ts';

/** How long a command waits for another one, in milliseconds. */
const PATIENCE = 20_000;

/** Age at which a lock from another machine counts as left behind: its processes can't be asked for. */
const FOREIGN_LOCK_AGE = 3_600_000;

/** Age at which the lock that guards the breaking of locks counts as left behind; breaking takes a millisecond. */
const BREAKER_AGE = 2_000;

interface Holder {
  readonly pid: number;
  /** When the process started, as far as the system tells; a pid alone is used again. */
  readonly started: string;
  readonly host: string;
}

/** When a process started, in the system's own ticks; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in brackets, may hold spaces: count fields after it.
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

async function isStale(path: string): Promise<boolean> {
  const [text, about] = await Promise.all([
    readFile(path, 'utf8').catch(() => undefined),
    stat(path).catch(() => undefined),
  ]);
  if (text === undefined || about === undefined) return false;
  const age = Date.now() - about.mtimeMs;
  const holder = parseHolder(text);
  // A copy that is not complete yet, or was cut off.
  if (holder === undefined) return age > BREAKER_AGE;
  if (holder.host !== hostname()) return age > FOREIGN_LOCK_AGE;
  return !isRunning(holder.pid) || startOf(holder.pid) !== holder.started;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    const { pid, started, host } = value;
    return typeof pid === 'number' && typeof started === 'string' && typeof host === 'string'
      ? { pid, started, host }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Takes a lock: it appears with its content in one step, so that nobody ever sees one without its holder. */
async function tryLock(path: string): Promise<boolean> {
  const holder: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() };
  const draft = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    await linkOrCopyNew(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

/** A disk without second names gets a copy, which is refused where there is one just as well. */
async function linkOrCopyNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

/** Removes what commands that were killed while they took a lock have left. */
async function sweepDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^lock(?:\.break)?\.(\d+)-[0-9a-f]{8}$/u.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await unlink(join(folder, name)).catch(() => undefined);
  }
}

/** Removes a lock left behind. Only one process at a time may do so, or the second would remove the first one's new lock. */
async function breakStale(path: string): Promise<void> {
  const breaker = `${path}.break`;
  if (!(await tryLock(breaker))) {
    const about = await stat(breaker).catch(() => undefined);
    if (about !== undefined && Date.now() - about.mtimeMs > BREAKER_AGE) await unlink(breaker).catch(() => undefined);
    return;
  }
  try {
    if (await isStale(path)) await unlink(path).catch(() => undefined);
  } finally {
    await unlink(breaker).catch(() => undefined);
  }
}

/**
 * Runs something while no other command writes in the workspace.
 * @param folder private folder of the workspace.
 * @param patience milliseconds to wait for another command.
 * @throws WorldError `locked` where another command keeps writing.
 */
export async function withLock<Result>(
  folder: string,
  run: () => Promise<Result>,
  patience: number = PATIENCE,
): Promise<Result> {
  const path = join(folder, 'lock');
  const start = performance.now();
  for (let pause = 5; !(await tryLock(path)); pause = Math.min(pause * 1.5, 200)) {
    if (await isStale(path)) await breakStale(path);
    else if (performance.now() - start > patience) throw await lockedError(path);
    else await new Promise((resume) => setTimeout(resume, pause));
  }
  try {
    await sweepDrafts(folder);
    return await run();
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

async function lockedError(path: string): Promise<WorldError> {
  const holder = parseHolder(await readFile(path, 'utf8').catch(() => ''));
  const who = holder === undefined ? 'Another command' : `Another command (process ${holder.pid} on ${holder.host})`;
  return new WorldError(
    'locked',
    `${who} is writing in this workspace, and two at once would damage it.`,
    'Wait until it has ended, then run the command again.',
  );
}
