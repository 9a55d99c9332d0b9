import { join } from 'node:path';
import { interleaved, peakMemory, timed } from './measure.js';
import { ratioRow, valueRow } from './table.js';
import { traceFiles } from './trace-inputs.js';
import { inTemporaryFolder, penholder, ROOT, repository } from './workspaces.js';

const SIZE = { notes: 2000, inputs: 25 };
/** 15 seconds are promised where the bare parse takes 21. */
const LIMIT = 0.71;
const MEMORY = 700;

/** The comments matrix of 50,000 answered inputs as a workbook, and back, against parsing its notes and responses. */
export function matrix() {
  return inTemporaryFolder((folder) => {
    const workspace = repository(join(folder, 'matrix'), traceFiles(SIZE));
    const out = penholder(workspace, ['matrix', 'export', '--distribution', 'core-group']);
    const back = penholder(workspace, ['matrix', 'import', 'build/bench-matrix.xlsx', '--dry-run']);
    const bare = {
      command: process.execPath,
      args: [join(ROOT, 'test', 'bench', 'bare-trace.js'), join(workspace, 'consultations', 'first')],
    };
    const peak = peakMemory(out);
    const times = interleaved(3, { out: () => timed(out), back: () => timed(back), parsing: () => timed(bare) });
    const count = SIZE.notes * SIZE.inputs;
    const row = (name, kind) =>
      ratioRow(`${name} of ${count} inputs, warm`, {
        measured: times[kind].cpu,
        reference: times.parsing.cpu,
        unit: 's CPU',
        against: 'bare parsing',
        limit: LIMIT,
      });
    const values = { measured: Math.round(peak), unit: 'MB', limit: MEMORY, reference: 'nothing cached' };
    const memory = valueRow(`peak memory of the matrix of ${count} inputs`, values);
    return { rows: [row('matrix as xlsx', 'out'), row('import of the matrix', 'back'), memory] };
  });
}
