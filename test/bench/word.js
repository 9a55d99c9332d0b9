import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFiles } from './inputs.js';
import { interleaved, peakMemory, say, timed } from './measure.js';
import { pandocSources } from './pandoc.js';
import { HUNDRED_PAGES } from './pdf.js';
import { copyist } from './reviewed-copies.js';
import { ratioRow, skippedRow, valueRow } from './table.js';
import { coldCache, inTemporaryFolder, penholder, repository } from './workspaces.js';

const RUNS = 7;
/** About fifty pages in Word. */
const FIFTY_PAGES = { sections: 12, paragraphs: 20 };
const COPIES = 100;
const DRAFT = 'bench-zero.docx';

/** Word files out and back: a draft written, a marked-up copy read, a hundred reviewed copies taken in. */
export function word() {
  return inTemporaryFolder(async (folder) => {
    const hundred = repository(join(folder, 'hundred'), textFiles(HUNDRED_PAGES), 'zero-draft');
    const compile = penholder(hundred, ['compile', 'zero', '--to', 'docx']);
    const memory = { 'compile to Word': peakMemory(compile) };
    const rows = [...writing(folder, hundred, compile), ...(await reading(folder, hundred))];
    const taken = await takingIn(folder);
    return { rows: [...rows, ...taken.rows], memory: { ...memory, ...taken.memory } };
  });
}

function hasPandoc() {
  return spawnSync('pandoc', ['--version']).error === undefined;
}

/** Pandoc is given the same text, to the same end: contents, footnotes, citations resolved. */
function writing(folder, workspace, compile) {
  const what = '100 pages to Word, whole process';
  if (!hasPandoc()) return [skippedRow(what, { limit: '≤ 0.5 ×', why: 'pandoc is not installed' })];
  const cwd = pandocSources(folder, workspace);
  const flags = ['--from=markdown', '--toc', '--citeproc', '--bibliography=works.json', '--output=text.docx'];
  const cold = () => {
    coldCache(workspace);
    return timed(compile);
  };
  const pandoc = () => timed({ command: 'pandoc', args: ['text.md', ...flags], cwd });
  const times = interleaved(RUNS, { pandoc, cold, warm: () => timed(compile) });
  const row = (kind, name, unit) =>
    ratioRow(`${what}, ${kind}, ${unit === 'cpu' ? 'CPU' : 'wall clock'}`, {
      measured: times[name][unit],
      reference: times.pandoc[unit],
      unit: unit === 'cpu' ? 's CPU' : 's',
      against: 'pandoc',
      limit: 0.5,
    });
  return [
    row('nothing cached', 'cold', 'cpu'),
    row('nothing cached', 'cold', 'wall'),
    row('trees cached', 'warm', 'cpu'),
    row('trees cached', 'warm', 'wall'),
  ];
}

async function reading(folder, workspace) {
  const what = '100 pages with 300 comments and 1,800 revisions read';
  if (!hasPandoc()) return [skippedRow(what, { limit: '≤ 0.5 ×', why: 'pandoc is not installed' })];
  const copy = await copyist(readFileSync(join(workspace, 'build', DRAFT)));
  const file = join(folder, 'reviewed.docx');
  writeFileSync(file, copy({ seed: 1, revisions: 1800, comments: 300 }));
  const show = penholder(workspace, ['review', 'show', file, '--view', 'tracked', '--to', 'json']);
  const pandoc = { command: 'pandoc', args: [file, '--track-changes=all', '--to=json', '--output=/dev/null'] };
  const times = interleaved(RUNS, { show: () => timed(show), pandoc: () => timed(pandoc) });
  return ['cpu', 'wall'].map((unit) =>
    ratioRow(`${what}, ${unit === 'cpu' ? 'CPU' : 'wall clock'}`, {
      measured: times.show[unit],
      reference: times.pandoc[unit],
      unit: unit === 'cpu' ? 's CPU' : 's',
      against: 'pandoc',
      limit: 0.5,
    }),
  );
}

async function takingIn(folder) {
  const workspace = repository(join(folder, 'fifty'), textFiles(FIFTY_PAGES), 'zero-draft');
  timed(penholder(workspace, ['compile', 'zero', '--to', 'docx']));
  const copy = await copyist(readFileSync(join(workspace, 'build', DRAFT)));
  const names = Array.from({ length: COPIES }, (_, index) => `copy-${String(index + 1).padStart(3, '0')}.docx`);
  const reviewed = join(folder, 'reviewed');
  mkdirSync(reviewed);
  for (const [index, name] of names.entries())
    writeFileSync(join(reviewed, name), copy({ seed: index + 1, revisions: 12, comments: 8 }));
  const about = ['--round', 'first', '--group', 'un-entities', '--date', '2024-03-02', '--yes'];
  const files = names.map((name) => join(reviewed, name));
  const ingest = (...more) => penholder(workspace, ['ingest', ...files, ...about, ...more]);
  say(`  ${COPIES} reviewed copies …`);
  const memory = peakMemory(ingest('--dry-run'));
  const { wall, cpu } = timed(ingest());
  const what = `${COPIES} reviewed copies of 50 pages taken in`;
  const reference = `${cpu.toFixed(1)} s CPU`;
  return {
    rows: [
      valueRow(what, { measured: wall, unit: 's', limit: 30, reference }),
      valueRow(`${what}, peak memory`, { measured: Math.round(memory), unit: 'MB', limit: 500 }),
    ],
    memory: { 'reviewed copies taken in': memory },
  };
}
