import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textFiles } from './inputs.js';
import { interleaved, peakMemory, timed } from './measure.js';
import { pandocSources } from './pandoc.js';
import { ratioRow, skippedRow } from './table.js';
import { coldCache, inTemporaryFolder, penholder, ROOT, repository } from './workspaces.js';

/** The size of the text that is about a hundred pages long. */
export const HUNDRED_PAGES = { sections: 20, paragraphs: 20 };

const COMPILE = ['compile', 'working', '--to', 'pdf'];
const RUNS = 5;

/** A text of a hundred pages to PDF, the whole process, against the typesetter alone on the same source. */
export function pdf() {
  return inTemporaryFolder((folder) => {
    const workspace = repository(join(folder, 'text'), textFiles(HUNDRED_PAGES));
    const program = penholder(workspace, COMPILE);
    const bare = bareTypst(folder, program);
    const pages = Number(execFileSync(bare.command, bare.args, { encoding: 'utf8' }));
    process.stderr.write(`The text has ${wordCount(workspace)} words and ${pages} pages.\n`);
    const cold = () => {
      coldCache(workspace);
      return timed(program);
    };
    coldCache(workspace);
    const memory = { 'compile to PDF': peakMemory(program) };
    const warm = () => timed(program);
    const times = interleaved(RUNS, { typst: () => timed(bare), cold, warm });
    const against = { reference: times.typst.cpu, unit: 's CPU', against: 'Typst alone' };
    const rows = [
      ratioRow(`${pages} pages to PDF, nothing cached`, { ...against, measured: times.cold.cpu, limit: 2.2 }),
      ratioRow(`${pages} pages to PDF, trees cached`, { ...against, measured: times.warm.cpu, limit: 1.5 }),
      ...pandocRows(folder, { workspace, cold, warm, pages }),
    ];
    return { rows, memory };
  });
}

function wordCount(workspace) {
  const drafts = join(workspace, 'drafts');
  const texts = readdirSync(drafts).map((name) => readFileSync(join(drafts, name), 'utf8'));
  return texts.join(' ').match(/\p{L}[\p{L}'-]*/gu)?.length ?? 0;
}

/** The compiler with the very sources and fonts that the program gives it. */
function bareTypst(folder, program) {
  const job = join(folder, 'job');
  const hook = pathToFileURL(join(ROOT, 'test', 'bench', 'record-hook.js')).href;
  timed({ ...program, args: ['--import', hook, ...program.args], env: { PENHOLDER_BENCH_RECORD: job } });
  const script = join(ROOT, 'test', 'bench', 'bare-typst.js');
  return { command: process.execPath, args: [script, job, join(folder, 'bare.pdf')] };
}

function pandocRows(folder, { workspace, cold, warm, pages }) {
  const what = `${pages} pages to PDF, wall clock`;
  const missing = ['pandoc', 'xelatex'].filter((name) => spawnSync(name, ['--version']).error !== undefined);
  if (missing.length > 0) {
    return [
      skippedRow(what, { limit: '≤ 0.5 ×', why: `${missing.join(' and ')} not installed (pandoc, texlive-xetex)` }),
    ];
  }
  const pandoc = pandocProgram(folder, workspace);
  const times = interleaved(RUNS, { cold, warm, pandoc: () => timed(pandoc) });
  const row = (kind, measured) =>
    ratioRow(`${what}, ${kind}`, {
      measured,
      reference: times.pandoc.wall,
      unit: 's',
      against: `pandoc + xelatex (${times.pandoc.cpu.toFixed(2)} s CPU)`,
      limit: 0.5,
    });
  return [row('nothing cached', times.cold.wall), row('trees cached', times.warm.wall)];
}

/**
 * Pandoc on the same Markdown and to the same end: the same typeface and margins, contents, footnotes, citations resolved.
 * Tags for PDF/UA it can't make.
 */
function pandocProgram(folder, workspace) {
  const output = pandocSources(folder, workspace);
  const flags = ['--toc', '--citeproc', '--bibliography=works.json', '--pdf-engine=xelatex', '--output=text.pdf'];
  const variables = Object.entries(PANDOC_VARIABLES).map(([name, value]) => `--variable=${name}:${value}`);
  return { command: 'pandoc', args: ['text.md', '--from=markdown', ...flags, ...variables], cwd: output };
}

const FACES = {
  BoldFont: 'NotoSerif_700Bold.ttf',
  ItalicFont: 'NotoSerif_400Regular_Italic.ttf',
  BoldItalicFont: 'NotoSerif_700Bold_Italic.ttf',
};

const PANDOC_VARIABLES = {
  lang: 'en',
  papersize: 'a4',
  geometry: 'top=2.7cm,bottom=2.5cm,left=3.7cm,right=2.6cm',
  mainfont: 'NotoSerif_400Regular.ttf',
  mainfontoptions: [
    `Path=${join(ROOT, 'dist', 'fonts')}/`,
    ...Object.entries(FACES).map(([name, file]) => `${name}=${file}`),
  ].join(','),
};
