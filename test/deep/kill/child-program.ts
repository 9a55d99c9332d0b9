import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { quietEnvironment } from '../../unit/io/temporary.ts';
import type { Fault } from './fault.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What a program said, and whether it was killed. */
export interface Run {
  readonly output: string;
  readonly killed: boolean;
}

/** One of the programs in this folder, bundled so that it can be run and killed. */
export interface ChildProgram {
  readonly build: () => Promise<void>;
  readonly remove: () => void;
  /** Path of the bundle, once it is built. */
  readonly path: () => string;
  /** Runs it in a process group of its own; `stop` may kill it. */
  readonly run: (args: readonly string[], stop?: (pid: number) => Promise<void>) => Promise<Run>;
}

/** Prepares a program of this folder; its first argument is the folder it works in. */
export function childProgram(name: string): ChildProgram {
  let folder = '';
  const path = () => join(folder, name.replace(/\.ts$/u, '.mjs'));
  return {
    path,
    build: async () => {
      mkdirSync(join(ROOT, 'build'), { recursive: true });
      folder = mkdtempSync(join(ROOT, 'build', 'kill-'));
      const entryPoints = [fileURLToPath(new URL(name, import.meta.url))];
      const options = { bundle: true, splitting: true, platform: 'node', format: 'esm', packages: 'external' } as const;
      await build({ ...options, entryPoints, outdir: folder, outExtension: { '.js': '.mjs' }, logLevel: 'error' });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
    run: (args, stop) => runChild(path(), args, stop),
  };
}

function runChild(program: string, args: readonly string[], stop?: (pid: number) => Promise<void>): Promise<Run> {
  return new Promise((done) => {
    const env = quietEnvironment(args[0] ?? '');
    const child = spawn(process.execPath, [program, ...args], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const first = output === '';
      output += chunk.toString();
      if (first && child.pid !== undefined) void stop?.(child.pid);
    });
    child.on('close', (_code, signal) => done({ output, killed: signal === 'SIGKILL' }));
  });
}

/** A fault, as the programs take it for an argument. */
export function faultAt(kind: Fault['kind'], step: number): string {
  return JSON.stringify({ kind, step } satisfies Fault);
}
