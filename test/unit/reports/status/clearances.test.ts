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

async function context(circulations: Workspace['circulations'] = []): Promise<StatusContext> {
  const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS } });
  const process = (await loadProcess(world)).process as Process;
  const workspace = await loadWorkspace(world, { process, needs: new Set() });
  return {
    workspace: { ...workspace, circulations },
    frozen: [],
    sections: 1,
    quarantined: 0,
    today: '2022-10-10',
    clearances: [STATE],
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
    'Zero draft: cleared by OHCHR; missing: UNICEF; void after later edits: UNICEF.',
  );
  expect(JSON.stringify(data)).not.toContain('markersecret');
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
