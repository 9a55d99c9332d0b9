import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteFiles } from './inputs.js';
import { interleaved, peakMemory, timed } from './measure.js';
import { ratioRow, valueRow } from './table.js';
import { inTemporaryFolder, penholder, ROOT, repository } from './workspaces.js';

const NOTES = 10_000;
const RUNS = 3;

/** Ten thousand unchanged notes: checked against reading their front matter alone; and the hook before a small commit. */
export function notes() {
  return inTemporaryFolder((folder) => {
    const workspace = repository(join(folder, 'notes'), noteFiles(NOTES));
    // Inputs without a response are what a process in the middle of a round has; they are no errors.
    const program = { ...penholder(workspace, ['check', '--format', 'concise']), exits: [0, 1] };
    const script = join(ROOT, 'test', 'bench', 'bare-front-matter.js');
    const bare = { command: process.execPath, args: [script, join(workspace, 'consultations', 'first')] };
    timed(program);
    const times = interleaved(RUNS, { own: () => timed(program), reading: () => timed(bare) });
    const row = (kind, unit) =>
      ratioRow(`check of ${NOTES} unchanged notes, ${kind}`, {
        measured: times.own[unit],
        reference: times.reading[unit],
        unit: unit === 'cpu' ? 's CPU' : 's',
        against: 'front matter alone',
        limit: 2,
      });
    const memory = { 'check of 10,000 unchanged notes': peakMemory(program) };
    return { rows: [row('wall clock', 'wall'), row('CPU', 'cpu'), hook(workspace)], memory };
  });
}

/** One note of ten thousand is changed and staged. */
function hook(workspace) {
  appendFileSync(join(workspace, 'consultations', 'first', 'note-0000.md'), '\n- One thing more. #gap ^i99\n');
  execFileSync('git', ['add', '--all', 'consultations'], { cwd: workspace });
  const program = penholder(workspace, ['safeguard', 'hook']);
  const { own } = interleaved(RUNS, { own: () => timed(program) });
  const values = { measured: own.wall, unit: 's', limit: 1, reference: `one of ${NOTES} notes staged` };
  return valueRow('pre-commit hook on a small change, wall clock', values);
}
