import { interleaved, peakMemory, timed } from './measure.js';
import { ratioRow } from './table.js';
import { penholder, ROOT } from './workspaces.js';

/** `penholder --help` against a Node that does nothing. */
export function help() {
  const program = penholder(ROOT, ['--help']);
  const nothing = { command: process.execPath, args: ['-e', '0'] };
  const { own, bare } = interleaved(21, { own: () => timed(program), bare: () => timed(nothing) });
  const row = ratioRow('penholder --help, wall clock', {
    measured: own.wall,
    reference: bare.wall,
    unit: 's',
    against: 'node -e 0',
    limit: 1.35,
  });
  return { rows: [row], memory: { 'penholder --help': peakMemory(program) } };
}
