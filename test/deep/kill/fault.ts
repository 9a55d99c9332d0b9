/** Makes the file system and the starting of programs fail or kill the process at a chosen step. */
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What happens, and from which step on. */
export interface Fault {
  readonly kind: 'kill' | 'disk-full';
  readonly step: number;
}

const CHANGING = [
  'rename',
  'unlink',
  'link',
  'copyFile',
  'mkdir',
  'rm',
  'rmdir',
  'writeFile',
  'chmod',
  'open',
] as const;
/** A full disk still lets names be moved and removed. */
const NEEDS_SPACE: ReadonlySet<string> = new Set(['copyFile', 'mkdir', 'writeFile', 'open', 'spawn']);

let steps = 0;

/** Steps counted so far. */
export function countedSteps(): number {
  return steps;
}

function step(fault: Fault, name: string, changes: boolean): void {
  if (!changes) return;
  steps += 1;
  if (steps < fault.step) return;
  if (fault.kind === 'kill') process.kill(process.pid, 'SIGKILL');
  else if (NEEDS_SPACE.has(name) && name !== 'spawn') {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  }
}

/** Installs the fault; call it before anything else is imported that uses files. */
export function installFault(fault: Fault): void {
  const promises = fs.promises as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of CHANGING) {
    const real = promises[name];
    if (real === undefined) continue;
    promises[name] = async (...args: unknown[]) => {
      step(fault, name, name !== 'open' || args[1] === 'wx');
      return real.apply(fs.promises, args);
    };
  }
  const spawn = childProcess.spawn as unknown as (...args: unknown[]) => unknown;
  (childProcess as unknown as Record<string, unknown>).spawn = (...args: unknown[]) => {
    step(fault, 'spawn', true);
    return spawn(...args);
  };
  syncBuiltinESMExports();
}
