import { join } from 'node:path';
import { noteFiles } from './inputs.js';
import { interleaved, peakMemory, timed } from './measure.js';
import { ratioRow } from './table.js';
import { inTemporaryFolder, penholder, ROOT, repository } from './workspaces.js';

/** `penholder check` on a thousand unchanged consultation notes, against only reading their front matter. */
export function check() {
  return inTemporaryFolder((folder) => {
    const workspace = repository(join(folder, 'notes'), noteFiles(1000));
    const first = peakMemory(checkProgram(workspace));
    const { rows, memory } = checkRows(workspace, { notes: 1000, runs: 9 });
    return { rows, memory: { 'first check of 1,000 notes': first, 'second check of 1,000 notes': memory } };
  });
}

/**
 * Times and peak memory of a check that finds nothing changed, against only reading front matter.
 *
 * @param {string} workspace Checked before, so that its cache is filled.
 * @param {{ notes: number, runs: number }} size
 */
export function checkRows(workspace, { notes, runs }) {
  const program = checkProgram(workspace);
  const script = join(ROOT, 'test', 'bench', 'bare-front-matter.js');
  const bare = { command: process.execPath, args: [script, join(workspace, 'consultations', 'first')] };
  const times = interleaved(runs, { own: () => timed(program), reading: () => timed(bare) });
  const row = (kind, unit) =>
    ratioRow(`check of ${notes} unchanged notes, ${kind}`, {
      measured: times.own[unit],
      reference: times.reading[unit],
      unit: unit === 'cpu' ? 's CPU' : 's',
      against: 'front matter alone',
      limit: 2,
    });
  return { rows: [row('wall clock', 'wall'), row('CPU', 'cpu')], memory: peakMemory(program) };
}

/** Inputs without a response are what a process in the middle of a round has; they are no errors. */
export function checkProgram(workspace) {
  return { ...penholder(workspace, ['check', '--format', 'concise']), exits: [0, 1] };
}
