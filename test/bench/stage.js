import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFiles } from './inputs.js';
import { peakMemory } from './measure.js';
import { valueRow } from './table.js';
import { coldCache, inTemporaryFolder, penholder, repository } from './workspaces.js';

const FILES = 500;

/** A stage of many files: how often git is started to read them. */
export function stage() {
  return inTemporaryFolder((folder) => {
    const files = textFiles({ sections: FILES, paragraphs: 2 });
    const workspace = repository(join(folder, 'stage'), files, 'zero-draft');
    // Read from git's objects, not from the folder.
    rmSync(join(workspace, 'drafts'), { recursive: true });
    const log = join(folder, 'log');
    const path = `${loggingGit(folder, log)}:${process.env.PATH}`;
    const program = { ...penholder(workspace, ['compile', 'zero', '--to', 'md']), env: { PATH: path } };
    const memory = { 'compile of 500 files': peakMemory(program) };
    writeFileSync(log, '');
    coldCache(workspace);
    execFileSync(program.command, program.args, { cwd: workspace, env: { ...process.env, PATH: path }, stdio: 'pipe' });
    const started = readFileSync(log, 'utf8').trim().split('\n');
    const readers = started.filter((line) => /\bcat-file\b/u.test(line));
    const row = valueRow(`git cat-file processes for a stage of ${FILES} files`, {
      measured: readers.length,
      unit: 'started',
      limit: 1,
      reference: `${started.length} git processes in all`,
    });
    return { rows: [{ ...row, ok: row.ok && isBatch(readers) && holdsAll(workspace) }], memory };
  });
}

function isBatch(readers) {
  return readers.length === 1 && readers.every((line) => line.includes('--batch'));
}

/** Whether every section really came out. */
function holdsAll(workspace) {
  const text = readFileSync(join(workspace, 'build', 'bench-zero.md'), 'utf8');
  return (text.match(/^## /gmu) ?? []).length >= FILES;
}

/** A folder with a `git` that notes what it is asked before it does it. */
function loggingGit(folder, log) {
  const real = execFileSync('bash', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "$@" >>'${log}'\nexec '${real}' "$@"\n`);
  chmodSync(join(bin, 'git'), 0o755);
  return bin;
}
