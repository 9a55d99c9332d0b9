/**
 * Runs the whole main job on the worked example: its history is replayed into a repository, and its three stages are
 * compiled, marked up against each other and explained in change logs. Says where everything is.
 *
 * Everything is made in a folder of its own and renamed to build/example at the end, so that build/example is whole or as before.
 *
 * Usage: npm run example
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'build', 'example');
const staging = join(root, 'build', `.example-${process.pid}`);
const program = join(root, 'bin', 'penholder.js');

const JOBS = [
  {
    say: 'Replaying the history of the worked example',
    args: ['init', '--example', 'child-rights', staging],
    at: root,
  },
  { say: 'Checking it', args: ['check', '--format', 'concise'] },
  { say: 'Compiling the zero draft', args: ['compile', 'zero', '--to', 'pdf,html,md'] },
  {
    say: 'Compiling the second draft, clean and marked up',
    args: ['compile', 'second', '--since', 'zero', '--to', 'pdf,html,md'],
  },
  {
    say: 'Compiling the advanced draft, clean and marked up',
    args: ['compile', 'advanced', '--since', 'second', '--to', 'pdf,html,md'],
  },
  { say: 'Writing the change logs', args: ['changes', 'zero', 'second', '--to', 'md,html,pdf,json', '--out', 'build'] },
  { args: ['changes', 'second', 'advanced', '--to', 'md,html,pdf,json', '--out', 'build'] },
];

rmSync(staging, { recursive: true, force: true });
mkdirSync(join(root, 'build'), { recursive: true });
try {
  for (const job of JOBS) run(job);
  const old = `${target}.old-${process.pid}`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(staging, target);
  rmSync(old, { recursive: true, force: true });
  report();
} finally {
  rmSync(staging, { recursive: true, force: true });
}

function run({ say, args, at }) {
  if (say) process.stdout.write(`${say} …\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: at ?? staging,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status === 0) return;
  process.stderr.write(`penholder ${args.join(' ')} ended with code ${status}.\n${stdout}${stderr}`);
  throw new Error('The worked example did not pass.');
}

function report() {
  const folder = join(target, 'build');
  const files = readdirSync(folder).sort();
  const show = (title, filter) => {
    process.stdout.write(`\n${title}\n`);
    for (const file of files.filter(filter)) process.stdout.write(`  ${relative(process.cwd(), join(folder, file))}\n`);
  };
  const isChanges = (file) => file.includes('-changes-');
  const isMarked = (file) => file.includes('-since-');
  show('The three drafts as PDF:', (file) => file.endsWith('.pdf') && !isChanges(file) && !isMarked(file));
  show('The same as HTML and Markdown:', (file) => !file.endsWith('.pdf') && !isChanges(file) && !isMarked(file));
  show('The marked-up versions:', isMarked);
  show('The change logs:', isChanges);
  process.stdout.write(`\nThe workspace, with its git history: ${relative(process.cwd(), target)}\n`);
}
