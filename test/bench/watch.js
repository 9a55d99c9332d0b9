import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { textFiles } from './inputs.js';
import { median, readPeak, withUsage } from './measure.js';
import { HUNDRED_PAGES } from './pdf.js';
import { valueRow } from './table.js';
import { inTemporaryFolder, penholder, repository } from './workspaces.js';

const EDITS = 7;
const PATIENCE = 60_000;

/** A word edited in a text of a hundred pages, until the new PDF is there. */
export function watch() {
  return inTemporaryFolder(async (folder) => {
    const workspace = repository(join(folder, 'text'), textFiles(HUNDRED_PAGES));
    const usage = join(folder, 'usage');
    const { command, args, cwd, env } = withUsage(
      penholder(workspace, ['compile', 'working', '--to', 'pdf', '--watch']),
      usage,
    );
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = new Promise((resolve) => child.on('close', resolve));
    try {
      await said(child, 'Press Ctrl+C');
      const times = [];
      for (let edit = 0; edit < EDITS; edit += 1) times.push(await timeOfEdit(workspace, edit));
      child.kill('SIGINT');
      await ended;
      const row = valueRow('one word edited under --watch, to the new PDF', {
        measured: median(times),
        unit: 's',
        limit: 0.5,
        reference: `median of ${EDITS}: ${times.map((time) => time.toFixed(2)).join(' ')}`,
      });
      return { rows: [row], memory: { 'compile --watch': readPeak(usage) } };
    } finally {
      child.kill('SIGKILL');
      await ended;
    }
  });
}

function said(child, words) {
  return new Promise((resolve, reject) => {
    let all = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (chunk) => {
      all += chunk;
      if (all.includes(words)) resolve(undefined);
    });
    child.on('close', () => reject(new Error(`The watch ended before it began:\n${all}`)));
  });
}

async function timeOfEdit(workspace, edit) {
  const build = join(workspace, 'build');
  const pdf = join(build, readdirSync(build).find((name) => name.endsWith('.pdf')) ?? '');
  // Whatever the last run still does, such as saving its cache, is not part of this one.
  await pause(500);
  const before = identity(pdf);
  const drafts = join(workspace, 'drafts');
  const names = readdirSync(drafts).sort();
  const section = join(drafts, names[(edit * 7 + 3) % names.length] ?? '');
  const text = readFileSync(section, 'utf8');
  const start = performance.now();
  writeFileSync(section, text.replace(/should (\w+)/u, `should also${'o'.repeat(edit)} $1`));
  while (identity(pdf) === before) {
    if (performance.now() - start > PATIENCE) throw new Error('The PDF did not change after an edit.');
    await pause(4);
  }
  return (performance.now() - start) / 1000;
}

function identity(file) {
  const about = statSync(file, { bigint: true, throwIfNoEntry: false });
  return about === undefined ? '' : `${about.ino}-${about.mtimeNs}-${about.size}`;
}
