import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkProgram, checkRows } from './check.js';
import { noteFiles } from './inputs.js';
import { interleaved, timed } from './measure.js';
import { valueRow } from './table.js';
import { inTemporaryFolder, penholder, repository } from './workspaces.js';

const NOTES = 10_000;
const RUNS = 3;

/** Ten thousand unchanged notes: checked against reading their front matter alone; and the hook before a small commit. */
export function notes() {
  return inTemporaryFolder((folder) => {
    const workspace = repository(join(folder, 'notes'), noteFiles(NOTES));
    timed(checkProgram(workspace));
    const { rows, memory } = checkRows(workspace, { notes: NOTES, runs: RUNS });
    return { rows: [...rows, hook(workspace)], memory: { 'check of 10,000 unchanged notes': memory } };
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
