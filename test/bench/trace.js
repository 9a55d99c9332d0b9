import { join } from 'node:path';
import { interleaved, peakMemory, timed } from './measure.js';
import { ratioRow, valueRow } from './table.js';
import { traceFiles } from './trace-inputs.js';
import { coldCache, inTemporaryFolder, penholder, ROOT, repository } from './workspaces.js';

/** Inputs of each note; with 2,000 notes they are 50,000. */
const INPUTS = 25;
/** Notes of the workspaces that show how times grow. */
const CURVE = [200, 600, 2000];
const MEMORY = 700;
const SYNOPSIS_MEMORY = 500;
/** How much of the parsers' time a first and a second run may take, beside the seconds any run takes to start. */
const COLD = 1.3;
const WARM = 0.15;
const START = 1;

/** Fifty thousand inputs with as many responses over two thousand notes: `status` cold and warm, and how that grows. */
export async function trace() {
  const rows = [];
  const memory = {};
  for (const notes of CURVE) {
    const measured = await inTemporaryFolder((folder) => measureTrace(join(folder, 'trace'), notes));
    rows.push(...measured.rows);
    const kind = `status of ${notes * INPUTS} answered inputs`;
    rows.push(
      valueRow(`${kind}, peak memory, cold`, { measured: Math.round(measured.peak), unit: 'MB', limit: MEMORY }),
    );
    memory[`warm ${kind}`] = measured.warmPeak;
    const about = `synopsis of ${notes * INPUTS} answered inputs, peak memory, cold`;
    rows.push(valueRow(about, { measured: Math.round(measured.synopsisPeak), unit: 'MB', limit: SYNOPSIS_MEMORY }));
  }
  return { rows, memory };
}

/** A share of a reference, and the start, as a share of that reference. */
function beside(share, reference) {
  return Number((share + START / reference).toFixed(2));
}

function measureTrace(folder, notes) {
  const workspace = repository(folder, traceFiles({ notes, inputs: INPUTS }));
  const program = penholder(workspace, ['status', '--json']);
  const script = join(ROOT, 'test', 'bench', 'bare-trace.js');
  const bare = { command: process.execPath, args: [script, join(workspace, 'consultations', 'first')] };
  coldCache(workspace);
  const peak = peakMemory(program);
  const warmPeak = peakMemory(program);
  coldCache(workspace);
  const synopsisPeak = peakMemory(penholder(workspace, ['report', 'synopsis']));
  peakMemory(program);
  const runs = {
    warm: () => timed(program),
    parsing: () => timed(bare),
    cold: () => {
      coldCache(workspace);
      return timed(program);
    },
  };
  // Cold comes last in each turn, so that the next one is warm.
  const times = interleaved(notes > 1000 ? 1 : 3, runs);
  const inputs = notes * INPUTS;
  const rows = [
    ratioRow(`first status of ${inputs} answered inputs, CPU`, {
      measured: times.cold.cpu,
      reference: times.parsing.cpu,
      unit: 's CPU',
      against: 'parsing alone',
      limit: beside(COLD, times.parsing.cpu),
    }),
    ratioRow(`warm status of ${inputs} answered inputs, CPU`, {
      measured: times.warm.cpu,
      reference: times.parsing.cpu,
      unit: 's CPU',
      against: 'parsing alone',
      limit: beside(WARM, times.parsing.cpu),
    }),
  ];
  return { rows, peak, warmPeak, synopsisPeak };
}
