import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, emptyFolder, environment, fill, git, penholder, workspace } from '../commands/program.ts';
import { childProgram, faultAt } from './kill/child-program.ts';

const preload = childProgram('preload.ts');
beforeAll(preload.build);
afterAll(preload.remove);

const note = (from: string, ...inputs: readonly string[]) =>
  [
    '---',
    'round: first',
    'date: 2025-02-03',
    'method: interview',
    'group: civil-society',
    `from: ${from}`,
    'attribution: organisation',
    'quote: verbatim',
    'distribution: public',
    '---',
    '## What was said',
    '',
    ...inputs.map((input) => `- ${input} #barrier #theme/participation`),
    '',
  ].join('\n');

const COMMITTED = {
  'consultations/first/one.md': note('A network', 'Forms are too long. ^i1', 'Nobody answers. ^i2'),
  'consultations/first/two.md': note('An alliance', 'Ask earlier.', 'Ask again.'),
  'drafts/20-second.md': '---\nid: second\ntitle: Second\n---\nA paragraph without an id.\n\nAnother one.\n',
};

const ARRIVING = {
  'new.md': note('A union', 'The hall has stairs.', 'The hours do not suit us.'),
  'other.md': note('A club', 'Meet at school.'),
  'held.md': note('A school', 'Nobody knows.').replace('round: first', 'round: never'),
};

/** Everything of a workspace that may not be lost, as text; ids that were just drawn are told apart by their place only. */
function stateOf(root: string): string {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.git/') && (!path.startsWith('.penholder/') || path.includes('quarantine')))
    .sort();
  const files = paths.map((path) => `${path}\n${readFileSync(join(root, path), 'utf8')}`);
  const refs = git(root, 'for-each-ref', '--format=%(refname) %(objectname) %(*objectname)');
  const status = git(root, 'status', '--porcelain');
  return [...files, refs, status]
    .join('\n')
    .replace(/(?<=\^(?:p-|i))[0-9a-z]{5,7}\b/gu, '?')
    .replace(/^(refs\/tags\/\S+) \S+/gmu, '$1');
}

function copyOf(folder: string): string {
  const copy = join(emptyFolder(), 'note');
  cpSync(folder, copy, { recursive: true });
  rmSync(join(copy, '.penholder'), { recursive: true, force: true });
  return copy;
}

function killedAt(root: string, args: readonly string[], step: number): Promise<boolean> {
  const env = environment({
    NODE_OPTIONS: `--import ${pathToFileURL(preload.path()).href}`,
    PENHOLDER_TEST_FAULT: faultAt('kill', step),
  });
  return new Promise((done) => {
    const child = execFile(process.execPath, [BIN, ...args], { cwd: root, env }, () =>
      done(child.signalCode === 'SIGKILL'),
    );
    child.stdin?.end();
  });
}

interface Case {
  readonly args: (outside: string) => readonly string[];
  /** Runs before, so that there is something to do. */
  readonly prepare: readonly (readonly string[])[];
}

const CASES: Readonly<Record<string, Case>> = {
  ingest: {
    args: (outside) => ['ingest', ...Object.keys(ARRIVING).map((name) => join(outside, name)), '--yes'],
    prepare: [],
  },
  ids: { args: () => ['ids'], prepare: [] },
  freeze: { args: () => ['freeze', 'zero'], prepare: [['ids']] },
};

/** A stage is frozen only when its inputs are answered: here by there being none. */
function committedFor(name: string): typeof COMMITTED {
  if (name !== 'freeze') return COMMITTED;
  return Object.fromEntries(
    Object.entries(COMMITTED).filter(([path]) => !path.startsWith('consultations/')),
  ) as typeof COMMITTED;
}

/** Each step costs four runs of the program: every fourth is tried, and all where the environment asks for it. */
const STRIDE = process.env.PENHOLDER_TEST_EVERY_STEP === undefined ? 4 : 1;

describe('a command that is killed at any step', () => {
  it.each(Object.keys(CASES))(
    '%s leaves the workspace as before or as after',
    async (name) => {
      const { args, prepare } = CASES[name] ?? CASES.ids ?? never();
      const outside = emptyFolder();
      fill(outside, ARRIVING);
      const begin = await workspace(committedFor(name));
      for (const command of prepare) {
        expect((await penholder(begin, command)).status).toBe(0);
        git(begin, 'commit', '-aqm', 'More');
      }
      const before = stateOf(begin);
      const whole = copyOf(begin);
      const ended = await penholder(whole, args(outside));
      expect(ended.status, ended.stderr).toBe(name === 'ingest' ? 1 : 0);
      const after = stateOf(whole);
      expect(after).not.toBe(before);
      const seen: string[] = [];
      for (let step = 1; ; step += STRIDE) {
        const root = copyOf(begin);
        const killed = await killedAt(root, args(outside), step);
        const mending = await penholder(root, ['status']);
        expect(mending.status, mending.stderr).toBe(0);
        const state = stateOf(root);
        expect(state === before || state === after, `${name} killed at step ${step}:\n${state}`).toBe(true);
        seen.push(state === before ? 'before' : 'after');
        // What was begun can be done again to the end.
        const again = await penholder(root, args(outside));
        expect(again.status, again.stderr).toBeLessThan(2);
        if (state === before) expect(stateOf(root)).toBe(after);
        // The next command that writes sweeps away what was left.
        expect((await penholder(root, ['new', 'section', '--title', 'Swept'])).status).toBe(0);
        expect(leftovers(root), `step ${step}`).toEqual([]);
        rmSync(root, { recursive: true });
        if (!killed) break;
      }
      expect(seen).toEqual([...seen].sort((a, b) => Number(a === 'after') - Number(b === 'after')));
      expect(new Set(seen).size).toBe(2);
      process.stderr.write(`${name} was killed at ${seen.length - 1} steps, ${STRIDE} apart.\n`);
    },
    1_800_000,
  );
});

function never(): never {
  throw new Error('There is no such case.');
}

/** Temporary files, locks and journals that a later command should have swept away. */
function leftovers(root: string): readonly string[] {
  const own = join(root, '.penholder');
  const kept = existsSync(own) ? readdirSync(own).filter((name) => /^(?:lock|journal)/u.test(name)) : [];
  const strewn = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.penholder-.*\.tmp$|index\.lock$|\.penholder-[0-9a-f]{12}/u.test(name),
  );
  return [...kept, ...strewn];
}
