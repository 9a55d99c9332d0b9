import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { loadEvaluation } from '../evaluation/load.js';
import { bareParse, editedTexts, ownChanges, rewordedTexts, WORST_CASES, writeTexts } from './changes-texts.js';
import { interleaved, peakMemory, say, timed } from './measure.js';
import { leastRow, ratioRow, skippedRow, valueRow } from './table.js';
import { inTemporaryFolder, ROOT } from './workspaces.js';

const SIZES = [500, 1000, 2000, 5000, 10_000, 20_000];
const SEEDS = [101, 102];
/** What other programs are timed on, in paragraphs. */
const SIDE_BY_SIDE = 1000;
const MARKED = ['-w', '\u0001', '-x', '\u0002', '-y', '\u0003', '-z', '\u0004'];
const OTHERS = {
  'git diff --word-diff': {
    command: 'git',
    args: ['diff', '--no-index', '-U10000000', '--word-diff=porcelain'],
    exits: [1],
  },
  wdiff: { command: 'wdiff', args: MARKED, exits: [1] },
  dwdiff: { command: 'dwdiff', args: MARKED, exits: [1] },
};

/** How right, how quick and how robust the comparison of two texts is. */
export function changes() {
  return inTemporaryFolder(async (folder) => {
    const evaluation = await loadEvaluation();
    return {
      rows: [
        ...accuracy(evaluation),
        ...sideBySide(evaluation, folder),
        ...curve(evaluation, folder),
        ...worstCases(folder),
      ],
    };
  });
}

/** Figures on made-up texts with seeds that nothing else uses, and on real pairs where there are any. */
function accuracy({ evaluate, evaluateAnnotated, f1, precision, sumTallies }) {
  const results = evaluate({ seeds: SEEDS, real: false, limit: 400 });
  const figure = (name, of, limit) =>
    leastRow(`changes in edited texts, ${name}`, { measured: f1(sumTallies(results.flatMap(of))), unit: 'F1', limit });
  const words = results.flatMap(({ scores }) => scores.map((score) => score.words));
  const sum = (name) => words.reduce((total, count) => total + count[name], 0);
  const rows = [
    figure('links', ({ scores }) => scores.map(({ links }) => links), 0.995),
    figure('moves', ({ scores }) => scores.map(({ moves }) => moves), 0.95),
    figure('splits', ({ scores }) => scores.map(({ splits }) => splits), 0.97),
    figure('merges', ({ scores }) => scores.map(({ merges }) => merges), 0.97),
    ratioRow('words marked in edited texts', {
      measured: sum('marked'),
      reference: sum('readable'),
      unit: 'words',
      against: 'at least, once readable',
      limit: 1.1,
    }),
  ];
  const annotated = evaluateAnnotated(ROOT);
  if (annotated.length === 0) {
    const why = 'PENHOLDER_TEST_DATA does not name the texts';
    return [...rows, skippedRow('changes between real drafts, links', { limit: '≥ 0.92 F1', why })];
  }
  for (const { name, scores } of annotated) {
    const links = sumTallies(scores.map((score) => score.links));
    rows.push(leastRow(`${name}, links`, { measured: f1(links), unit: 'F1', limit: 0.92 }));
    rows.push(leastRow(`${name}, links`, { measured: precision(links), unit: 'precision', limit: 0.94 }));
  }
  return rows;
}

/** Other programs on the same texts: what they find, and how long they take. */
function sideBySide(evaluation, folder) {
  const files = writeTexts(join(folder, 'side'), editedTexts(evaluation, SIDE_BY_SIDE));
  const found = new Map(evaluation.compareTools(ROOT).map(({ program, figures }) => [program, figures]));
  const own = found.get('penholder changes');
  return Object.entries(OTHERS).map(([name, { command, args, exits }]) => {
    const what = `links and time beside ${name}, ${SIDE_BY_SIDE} paragraphs`;
    const figures = found.get(name);
    if (figures === undefined || spawnSync(command, ['--version']).status !== 0) {
      return skippedRow(what, { limit: 'none', why: `${command} is not installed` });
    }
    const other = { command, args: [...args, files.from, files.to], cwd: files.folder, exits };
    const times = interleaved(3, { own: () => timed(ownChanges(files)), other: () => timed(other) });
    const shown = (values, { cpu }) => `${mean(values).toFixed(3)} F1, ${cpu.toFixed(2)} s CPU`;
    return {
      what,
      measured: shown(own, times.own),
      reference: shown(figures, times.other),
      limit: 'more F1',
      ok: mean(own) > mean(figures),
    };
  });
}

function mean(figures) {
  const values = Object.values(figures);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** How the later text was made: nobody says beforehand how much of a text is edited. */
const EDITS = {
  'a mixture of edits': (evaluation, size) => editedTexts(evaluation, size),
  '5 % of the words of each': (_evaluation, size) => rewordedTexts(size, 0.05),
  '40 % of the words of each': (_evaluation, size) => rewordedTexts(size, 0.4),
};

/** CPU of the whole process against parsing alone, from 500 to 20,000 paragraphs, and how it grows. */
function curve(evaluation, folder) {
  const start = interleaved(5, { node: () => timed({ command: process.execPath, args: ['-e', ''] }) }).node.cpu;
  return Object.entries(EDITS).flatMap(([edits, make], number) => {
    const cpu = new Map();
    const rows = SIZES.map((size) => {
      say(`  ${size} paragraphs, ${edits} …`);
      const files = writeTexts(join(folder, `curve-${number}-${size}`), make(evaluation, size));
      const times = interleaved(size > 5000 ? 1 : 3, {
        own: () => timed(ownChanges(files)),
        bare: () => timed(bareParse(files)),
      });
      cpu.set(size, times.own.cpu);
      return ratioRow(`changes to JSON, ${size} paragraphs, ${edits}`, {
        measured: times.own.cpu,
        reference: times.bare.cpu,
        unit: 's CPU',
        against: 'bare remark parse of both',
        limit: 1.6,
      });
    });
    const large = { folder: join(folder, `curve-${number}-10000`), from: 'from.md', to: 'to.md' };
    return [...rows, ...totals({ edits, cpu, start, peak: peakMemory(ownChanges(large)) })];
  });
}

function totals({ edits, cpu, start, peak }) {
  const over = cpu.get(1000) - start;
  // n log n would give 4.7.
  const growth = (cpu.get(20_000) - start) / (cpu.get(5000) - start);
  const reference = SIZES.map((size) => `${size}: ${cpu.get(size).toFixed(2)} s`).join(', ');
  return [
    valueRow(`changes of 1,000 paragraphs over the start of Node, ${edits}`, {
      measured: over,
      unit: 's CPU',
      limit: 1,
    }),
    valueRow(`changes of 10,000 paragraphs, ${edits}`, { measured: cpu.get(10_000), unit: 's CPU', limit: 6 }),
    valueRow(`changes of 10,000 paragraphs, peak memory, ${edits}`, { measured: peak, unit: 'MB', limit: 600 }),
    valueRow(`growth from 5,000 to 20,000 paragraphs, ${edits}`, { measured: growth, unit: '×', limit: 5, reference }),
  ];
}

/** Texts that a comparison could drown in. */
function worstCases(folder) {
  return Object.entries(WORST_CASES).map(([name, texts], index) => {
    say(`  ${name} …`);
    const files = writeTexts(join(folder, `worst-${index}`), texts());
    return valueRow(`changes, ${name}`, { measured: timed(ownChanges(files)).cpu, unit: 's CPU', limit: 10 });
  });
}
