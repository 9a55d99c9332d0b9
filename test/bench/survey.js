import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { processFile } from './inputs.js';
import { interleaved, peakMemory, timed } from './measure.js';
import { ratioRow } from './table.js';
import { wordSource } from './words.js';
import { inTemporaryFolder, penholder, ROOT, repository } from './workspaces.js';

const ROWS = 200_000;
/** Rows written to the file at a time. */
const BATCH = 1000;

const HEADINGS = [
  ...['start', 'end', 'assent', 'age_band', 'pillars', 'pillars/dev', 'pillars/hr', 'pillars/peace'],
  ...['barriers', 'solutions', 'n_people', '_id', '_uuid', '_submission_time', '_status', '__version__', '_index'],
];

/** A made-up Kobo export of 200,000 respondents: through csv-parse alone, and ingested. */
export function survey() {
  return inTemporaryFolder((folder) => {
    const workspace = repository(join(folder, 'survey'), new Map([['penholder.yaml', processFile()]]));
    const file = join(folder, 'export.csv');
    writeExport(file);
    const flags = ['--round', 'first', '--group', 'civil-society', '--yes'];
    const program = penholder(workspace, ['ingest', file, ...flags]);
    const bare = { command: process.execPath, args: [join(ROOT, 'test', 'bench', 'bare-csv.js'), file] };
    const afresh = (run) => {
      for (const path of ['consultations', 'mappings', '.penholder']) {
        rmSync(join(workspace, path), { recursive: true, force: true });
      }
      return run();
    };
    const peak = afresh(() => peakMemory(program));
    const times = interleaved(3, { own: () => afresh(() => timed(program)), parsing: () => timed(bare) });
    const row = (kind, unit) =>
      ratioRow(`ingest of ${ROWS} survey rows, ${kind}`, {
        measured: times.own[unit],
        reference: times.parsing[unit],
        unit: unit === 'cpu' ? 's CPU' : 's',
        against: 'csv-parse alone',
        limit: 12,
      });
    return { rows: [row('wall clock', 'wall'), row('CPU', 'cpu')], memory: { 'ingest of 200,000 survey rows': peak } };
  });
}

function writeExport(file) {
  const words = wordSource(7);
  const handle = openSync(file, 'w');
  try {
    writeSync(handle, `${HEADINGS.map(quoted).join(';')}\r\n`);
    for (let first = 0; first < ROWS; first += BATCH) {
      const lines = Array.from({ length: BATCH }, (_, index) => line(first + index, words));
      writeSync(handle, `${lines.join('\r\n')}\r\n`);
    }
  } finally {
    closeSync(handle);
  }
}

function line(index, words) {
  const uuid = `${index.toString(16).padStart(8, '0')}-aaaa-4bbb-8ccc-1234567890ab`;
  const day = `2022-08-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00`;
  const solution = index % 3 === 0 ? '' : words.phrase();
  const closed = ['yes', index % 2 === 0 ? 'u12' : '12_14', 'dev hr', '1', '1', '0'];
  const own = [String(1000 + index), uuid, day, 'submitted_via_web', 'v1', String(index + 1)];
  return [day, day, ...closed, words.sentence(), solution, String(index % 40), ...own].map(quoted).join(';');
}

function quoted(text) {
  return `"${text.replaceAll('"', '""')}"`;
}
