import { expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../../src/checks/example-workspace.ts';
import { memoryWorld } from '../../../../src/io/memory-world.ts';
import type { ClearanceState } from '../../../../src/model/clearance.ts';
import type { Process } from '../../../../src/model/process.ts';
import type { Workspace } from '../../../../src/model/workspace.ts';
import { timeline } from '../../../../src/reports/status/calendar.ts';
import type { StatusContext } from '../../../../src/reports/status/data.ts';
import { clearanceWords } from '../../../../src/reports/status/words.ts';
import { statusData } from '../../../../src/reports/status.ts';
import { loadProcess } from '../../../../src/workspace/load-process.ts';
import { loadWorkspace } from '../../../../src/workspace/load-workspace.ts';

const DIGEST = 'a'.repeat(64);
const sign = (by: string) => ({ by, level: 'technical', date: '2022-10-01', text: DIGEST }) as const;

const STATE: ClearanceState = {
  stage: 'zero',
  file: 'clearances/zero.yaml',
  frozen: false,
  signOffs: [
    { signOff: { ...sign('OHCHR'), reservation: 'markersecret' }, changed: [] },
    { signOff: sign('UNICEF'), changed: ['drafts/10-introduction.md'] },
  ],
  silence: [
    {
      silence: { opened: '2022-10-01', deadline: '2022-10-20', level: 'technical', text: DIGEST },
      state: 'running',
      changed: [],
    },
  ],
  cleared: [{ member: 'OHCHR', level: 'technical', how: 'signed' }],
  missing: ['UNICEF'],
};

async function context(
  circulations: Workspace['circulations'] = [],
  clearance: ClearanceState = STATE,
): Promise<StatusContext> {
  const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS } });
  const process = (await loadProcess(world)).process as Process;
  const workspace = await loadWorkspace(world, { process, needs: new Set() });
  return {
    workspace: { ...workspace, circulations },
    frozen: [],
    sections: 1,
    quarantined: 0,
    today: '2022-10-10',
    clearances: [clearance],
  };
}

const circulation = (distribution: 'public' | 'core-group') => ({
  stage: 'zero',
  file: 'circulations/zero.yaml',
  line: 1,
  entry: {
    to: 'civil-society',
    date: '2022-10-02',
    deadline: '2022-11',
    distribution,
    tag: 'zero-draft',
    files: [{ name: 'a.pdf', version: 'clean' as const, sha256: DIGEST }],
  },
});

test('says who cleared, who is missing and whose clearance is void, and never a reservation', async () => {
  const data = statusData(await context());
  const [line] = data.clearances;
  expect(line && clearanceWords(line)).toBe(
    'Zero draft: cleared by OHCHR; missing: UNICEF; void after later edits: UNICEF; silence runs until 2022-10-20.',
  );
  expect(JSON.stringify(data)).not.toContain('markersecret');
});

const SILENCE = { opened: '2022-10-01', deadline: '2022-10-20', level: 'technical', text: DIGEST } as const;
const BROKEN = { ...SILENCE, broken: [{ by: 'UNICEF', date: '2022-10-05', why: 'markersecret' }] };

test.each([
  [
    'while silence runs',
    { silence: SILENCE, state: 'running' },
    'silence runs until 2022-10-20',
    'Wait until 2022-10-20',
  ],
  ['once it is broken', { silence: BROKEN, state: 'broken' }, 'silence broken by UNICEF', 'Settle what broke'],
  ['once the text changed', { silence: SILENCE, state: 'void' }, 'procedure is void', 'have the core group clear'],
] as const)('%s, status says so, and what to do', async (_, silence, words, next) => {
  const read = await context([], { ...STATE, silence: [{ ...silence, changed: [] }] });
  const ready = { ...read.workspace.process, stages: [{ id: 'zero', title: 'Zero draft' }] };
  const data = statusData({ ...read, workspace: { ...read.workspace, process: ready } });
  expect(data.clearances.map(clearanceWords).join()).toContain(words);
  expect(data.next).toContain(next);
  expect(data.next).toContain('penholder clearance zero');
  expect(JSON.stringify(data)).not.toContain('markersecret');
});

test('a stage waits for all members where its level is named and nobody has cleared it', async () => {
  const read = await context();
  const stages = [{ id: 'zero', title: 'Zero draft', clearance: 'principal' as const }];
  const process = { ...read.workspace.process, stages };
  const data = statusData({ ...read, clearances: [], workspace: { ...read.workspace, process } });
  expect(data.stages[0]?.uncleared).toEqual(['OHCHR', 'UNICEF']);
  expect(data.next).toContain('have the core group clear');
  const free = { ...process, clearance: 'not-required' as const };
  expect(statusData({ ...read, workspace: { ...read.workspace, process: free } }).stages[0]?.uncleared).toEqual([]);
});

test('silence procedures and comments have their days among the dates', async () => {
  const { deadlines } = statusData(await context([circulation('core-group')]));
  const told = deadlines.filter(({ kind }) => kind !== 'round').map(({ kind, date, state }) => [kind, date, state]);
  expect(told).toEqual([
    ['silence', '2022-10-20', 'coming'],
    ['circulation', '2022-11-30', 'coming'],
  ]);
});

test('a calendar for everybody has neither silence procedures nor circulations for the core group', async () => {
  const uids = async (distribution: 'public' | 'core-group') =>
    timeline(await context([circulation(distribution)]), '2022-10-01T00:00:00Z').events.map(({ category }) => category);
  expect(await uids('core-group')).toEqual(['round']);
  expect(await uids('public')).toEqual(['round', 'comments']);
});
