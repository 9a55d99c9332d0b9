import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { doctorScreen } from '../../../src/commands/doctor.ts';
import type { DoctorFacts } from '../../../src/commands/doctor-facts.ts';
import { diagnose } from '../../../src/commands/doctor-lines.ts';

const CASES = '../../cases/doctor';

const WELL: DoctorFacts = {
  machine: {
    node: '20.20.2',
    platform: 'linux-x64',
    git: '2.39.5',
    submodule: false,
    writable: [
      { folder: 'build', ok: true },
      { folder: '.penholder', ok: true },
    ],
    interrupted: false,
    cacheBytes: 812_345,
  },
  repository: { kind: 'ready', prefix: '', head: 'a'.repeat(40), branch: 'main', shallow: false, identity: true },
  workspace: 'found',
  schema: 'same',
  nativePdf: true,
  fonts: 8,
  chinese: false,
};

const ILL: DoctorFacts = {
  machine: {
    ...WELL.machine,
    node: '18.19.0',
    git: '2.20.1',
    submodule: true,
    partial: true,
    writable: [
      { folder: 'build', ok: false },
      { folder: '.penholder', ok: true },
    ],
    interrupted: true,
    cacheBytes: 300 * 1024 * 1024,
  },
  repository: { kind: 'ready', prefix: 'notes/child/', head: 'a'.repeat(40), shallow: true, identity: false },
  workspace: 'broken',
  schema: 'other',
  nativePdf: false,
  forcedPdf: 'wasm',
  fonts: 0,
  chinese: true,
};

const screen = (facts: DoctorFacts) => doctorScreen(diagnose(facts), new Chalk({ level: 0 }));
const stateOf = (facts: DoctorFacts, id: string) => diagnose(facts).find((line) => line.id === id)?.state;

describe('the doctor', () => {
  test('finds nothing on a machine in order', async () => {
    await expect(screen(WELL)).toMatchFileSnapshot(`${CASES}/well.txt`);
    expect(diagnose(WELL).every(({ state }) => state === 'ok')).toBe(true);
  });

  test('says of each thing that is wrong what to do', async () => {
    await expect(screen(ILL)).toMatchFileSnapshot(`${CASES}/ill.txt`);
    for (const { state, hint, id } of diagnose(ILL))
      expect(`${id} ${state === 'ok' || hint !== undefined}`).toBe(`${id} true`);
  });

  test('quotes git where it refuses a repository of somebody else', () => {
    const refusal = "fatal: detected dubious ownership in repository at '/srv/note'";
    const facts: DoctorFacts = {
      ...WELL,
      machine: { ...WELL.machine, refusal },
      repository: { kind: 'unsafe', prefix: '', shallow: false, identity: true },
    };
    expect(screen(facts)).toContain(refusal);
    expect(stateOf(facts, 'repository')).toBe('fail');
  });

  test('names the command for a folder without repository, and for one without commit', () => {
    const inState = (kind: 'none' | 'empty') =>
      screen({ ...WELL, repository: { kind, prefix: '', shallow: false, identity: true } });
    expect(inState('none')).toContain('git init');
    expect(inState('empty')).toContain('git commit');
  });

  test('calls a missing git a failure, once', () => {
    const { git: _git, ...machine } = WELL.machine;
    const facts: DoctorFacts = {
      ...WELL,
      machine,
      repository: { kind: 'no-git', prefix: '', shallow: false, identity: false },
    };
    expect(
      diagnose(facts)
        .filter(({ state }) => state !== 'ok')
        .map(({ id }) => id),
    ).toEqual(['git']);
  });

  test('asks nothing about folders where there is no workspace', () => {
    const ids = diagnose({ ...WELL, workspace: 'none' }).map(({ id }) => id);
    expect(ids).not.toContain('write-build');
    expect(ids).not.toContain('schema');
  });

  test('misses a schema only where the process names one', () => {
    expect(stateOf({ ...WELL, schema: 'missing' }, 'schema')).toBe('warn');
    expect(stateOf({ ...WELL, schema: 'other' }, 'schema')).toBe('warn');
    expect(stateOf({ ...WELL, schema: 'unnamed' }, 'schema')).toBeUndefined();
  });

  test.each([
    ['20.19.0', 'ok'],
    ['22.1.0', 'ok'],
    ['20.18.3', 'fail'],
  ])('takes Node %s for %s', (node, state) => {
    expect(stateOf({ ...WELL, machine: { ...WELL.machine, node } }, 'node')).toBe(state);
  });
});
