/**
 * Measures what is promised of speed, memory and size, as ratios in one run, and prints a table.
 *
 * Times are medians of interleaved runs. CPU is that of the whole process with its children, user and system.
 * Build first: what is measured is the built program. Ends with code 1 where a limit is missed.
 *
 * Usage: npm run bench [-- <part>…]   parts: help, pdf, word, guide, watch, check, notes, survey, matrix, stage, changes, trace, hostile-word, size
 */
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { changes } from '../bench/changes.js';
import { check } from '../bench/check.js';
import { guide } from '../bench/guide.js';
import { help } from '../bench/help.js';
import { hostileWord } from '../bench/hostile-word.js';
import { matrix } from '../bench/matrix.js';
import { say } from '../bench/measure.js';
import { notes } from '../bench/notes.js';
import { pdf } from '../bench/pdf.js';
import { size } from '../bench/size.js';
import { stage } from '../bench/stage.js';
import { survey } from '../bench/survey.js';
import { tableText, valueRow } from '../bench/table.js';
import { trace } from '../bench/trace.js';
import { watch } from '../bench/watch.js';
import { word } from '../bench/word.js';
import { ROOT } from '../bench/workspaces.js';

const PARTS = {
  help,
  pdf,
  word,
  guide,
  watch,
  check,
  notes,
  survey,
  matrix,
  stage,
  changes,
  trace,
  'hostile-word': hostileWord,
  size,
};

/** MB that nothing measured here may go beyond. */
const MEMORY = 400;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0)
  throw new Error(`There is no part ${unknown.join(', ')}; parts are ${Object.keys(PARTS).join(', ')}.`);
if (!existsSync(join(ROOT, 'dist', 'cli.js'))) throw new Error('The program is not built; run "npm run build" first.');

const rows = [];
const memory = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`Measuring ${name} …`);
  const began = performance.now();
  const result = await measure();
  say(`Measured ${name} in ${Math.round((performance.now() - began) / 1000)} s.`);
  rows.push(...result.rows);
  memory.push(...Object.entries(result.memory ?? {}));
}
rows.push(...memoryRow());
process.stdout.write(tableText(rows));
const [load = 0] = loadavg();
process.stdout.write(`Node ${process.versions.node}, ${cpus().length} cores, load ${load.toFixed(1)}.\n`);
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;

function memoryRow() {
  const [highest] = [...memory].sort(([, a], [, b]) => b - a);
  if (highest === undefined) return [];
  const reference = memory.map(([name, peak]) => `${name} ${Math.round(peak)}`).join(', ');
  const values = { measured: Math.round(highest[1]), unit: 'MB', limit: MEMORY, reference };
  return [valueRow('highest peak memory of all the above', values)];
}
