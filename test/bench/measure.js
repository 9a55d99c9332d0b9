/** Runs programs and measures them: wall clock, CPU of the whole process with its children, peak memory. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The shell's own `time` counts what a program's children used, too, which Node can't tell. */
const TIMED = 'TIMEFORMAT="%R %U %S"; time "$@" >>"$OUTPUT" 2>&1';

/** Prints what a Node program used when it ends, to a file named by the environment. */
const USAGE_HOOK = `data:text/javascript,${encodeURIComponent(`
import { appendFileSync } from 'node:fs';
const file = process.env.PENHOLDER_BENCH_USAGE;
process.on('exit', () => appendFileSync(file, JSON.stringify(process.resourceUsage()) + '\\n'));
`)}`;

/**
 * @typedef {{ command: string, args: readonly string[], cwd?: string, env?: Record<string, string>, exits?: readonly number[] }} Program
 * @typedef {{ wall: number, cpu: number }} Time Seconds.
 */

/** Says on standard error what is being measured: a run takes minutes, and must not look as if it hung. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a program once.
 *
 * @param {Program} program `exits` are the exit codes that count as done; 0 if absent.
 * @returns {Time}
 * @throws where it ended otherwise, with what it printed.
 */
export function timed({ command, args, cwd, env, exits = [0] }) {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-time-'));
  const output = join(folder, 'output');
  try {
    const { status, stderr } = spawnSync('bash', ['-c', TIMED, 'bash', command, ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', ...env, OUTPUT: output },
    });
    if (!exits.includes(status ?? -1)) {
      throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${tryRead(output).slice(-4000)}${stderr}`);
    }
    const [wall, user, system] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    return { wall, cpu: user + system };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tryRead(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Peak memory of a Node program in MB.
 *
 * @param {Program} program
 */
export function peakMemory(program) {
  const folder = mkdtempSync(join(tmpdir(), 'penholder-memory-'));
  const usage = join(folder, 'usage');
  closeSync(openSync(usage, 'w'));
  try {
    timed(withUsage(program, usage));
    return readPeak(usage);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same program, writing what it used to a file when it ends.
 *
 * @param {Program} program
 * @param {string} file
 * @returns {Program}
 */
export function withUsage(program, file) {
  return {
    ...program,
    args: ['--import', USAGE_HOOK, ...program.args],
    env: { ...program.env, PENHOLDER_BENCH_USAGE: file },
  };
}

/**
 * Peak memory in MB from a file that {@link withUsage} had written.
 *
 * @param {string} file
 */
export function readPeak(file) {
  const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean);
  if (lines.length === 0) throw new Error('The program did not say how much memory it used.');
  return Math.max(...lines.map((line) => JSON.parse(line).maxRSS)) / 1024;
}

/**
 * Runs programs in turns, so that whatever else the machine does falls on all of them alike.
 *
 * @param {number} times
 * @param {Record<string, () => Time>} runs
 * @returns {Record<string, Time>} Medians.
 */
export function interleaved(times, runs) {
  const names = Object.keys(runs);
  const all = Object.fromEntries(names.map((name) => [name, []]));
  for (let turn = 0; turn < times; turn += 1) for (const name of names) all[name].push(runs[name]());
  const middle = (name, what) => median(all[name].map((time) => time[what]));
  return Object.fromEntries(names.map((name) => [name, { wall: middle(name, 'wall'), cpu: middle(name, 'cpu') }]));
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
