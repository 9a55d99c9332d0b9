import { join } from 'node:path';
import { noteFiles } from './inputs.js';
import { interleaved, peakMemory, timed } from './measure.js';
import { ratioRow } from './table.js';
import { inTemporaryFolder, penholder, ROOT, repository } from './workspaces.js';

const NOTES = 1000;

/** `penholder check` on a thousand unchanged consultation notes, against only reading their front matter. */
export function check() {
  return inTemporaryFolder((folder) => {
    const workspace = repository(join(folder, 'notes'), noteFiles(NOTES));
    // Inputs without a response are what a process in the middle of a round has; they are no errors.
    const program = { ...penholder(workspace, ['check', '--format', 'concise']), exits: [0, 1] };
    const script = join(ROOT, 'test', 'bench', 'bare-front-matter.js');
    const bare = { command: process.execPath, args: [script, join(workspace, 'consultations', 'first')] };
    const cold = peakMemory(program);
    const times = interleaved(9, { own: () => timed(program), reading: () => timed(bare) });
    const row = (kind, unit) =>
      ratioRow(`check of ${NOTES} unchanged notes, ${kind}`, {
        measured: times.own[unit],
        reference: times.reading[unit],
        unit: unit === 'cpu' ? 's CPU' : 's',
        against: 'front matter alone',
        limit: 2,
      });
    const memory = { 'first check of 1,000 notes': cold, 'second check of 1,000 notes': peakMemory(program) };
    return { rows: [row('wall clock', 'wall'), row('CPU', 'cpu')], memory };
  });
}
