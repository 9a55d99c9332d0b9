import { describe, expect, test } from 'vitest';
import { EXAMPLE_NOTE, EXAMPLE_PROCESS, EXAMPLE_SECTION } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/status.ts';
import type { MemoryHistory } from '../../../src/io/memory-git.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const CASES = '../../cases/status';

const COVERAGE = `coverage:
  targets:
    - { group: civil-society, region: africa, notes: 1 }
    - { group: civil-society, region: asia, notes: 2, participants: 30 }
    - { group: children, notes: 1 }
  explanations:
    - { group: children, reason: No partner could keep them safe. }
`;

const DATED = EXAMPLE_PROCESS.replace('title: Zero draft,', 'title: Zero draft, planned: 2022-10,')
  .replace('title: Second draft,', 'title: Second draft, planned: 2022-11,')
  .replace('title: Second round,', 'title: Second round, planned: { from: 2022-12-01, to: 2023-01-31 },');

const BEGUN: Readonly<Record<string, string>> = {
  'penholder.yaml': `${DATED}${COVERAGE}`,
  'drafts/10-introduction.md': EXAMPLE_SECTION,
  'consultations/first/coalition.md': EXAMPLE_NOTE,
  'consultations/first/coalition.responses.yaml': '- input: i1\n  decision: accepted\n  reason: Said now.\n',
  '.penholder/quarantine/first/held.md': 'Held back.\n',
};

interface Call {
  readonly files: Readonly<Record<string, string>>;
  readonly commits?: NonNullable<MemoryHistory['commits']>;
  readonly today?: string;
  readonly width?: number;
  readonly json?: boolean;
}

async function status({ files, commits, today = '2022-12-05', width = 100, json = false }: Call) {
  const world = memoryWorld({ files, today, ...(commits !== undefined && { git: { commits } }) });
  const called = memoryContext(world, { width });
  const code = await run({ args: [], options: json ? { json } : {} }, called.context);
  expect(code).toBe(0);
  return called.printed();
}

describe('the screen', () => {
  test('shows stages, rounds, coverage, what is held back and the next step', async () => {
    const commits = [{ files: BEGUN, tags: ['zero-draft'] }];
    await expect(await status({ files: BEGUN, commits })).toMatchFileSnapshot(`${CASES}/begun.txt`);
  });

  test('fits a narrow terminal', async () => {
    const commits = [{ files: BEGUN, tags: ['zero-draft'] }];
    const text = await status({ files: BEGUN, commits, width: 50 });
    await expect(text).toMatchFileSnapshot(`${CASES}/narrow.txt`);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
  });

  test('works outside git, with nothing but a process', async () => {
    const files = { 'penholder.yaml': EXAMPLE_PROCESS };
    await expect(await status({ files })).toMatchFileSnapshot(`${CASES}/empty.txt`);
  });

  test('is harmless where a title holds what a terminal would act on', async () => {
    const files = { 'penholder.yaml': EXAMPLE_PROCESS.replace('Guidance note', '"\\e]0;owned\\a"') };
    expect(await status({ files })).not.toContain('\u001b');
  });
});

describe('the next step', () => {
  const next = async (call: Omit<Call, 'json'>): Promise<string> =>
    JSON.parse(await status({ ...call, json: true })).next;
  const frozen = (files: Readonly<Record<string, string>>) => [{ files, tags: ['zero-draft', 'second-draft'] }];
  const { '.penholder/quarantine/first/held.md': _held, ...clean } = BEGUN;
  const answered = {
    ...clean,
    'consultations/first/coalition.responses.yaml': ['i1', 'i2']
      .map((id) => `- input: ${id}\n  decision: noted\n  reason: Said already.\n`)
      .join(''),
  };

  test('is to put the workspace under git, where it is not', async () => {
    expect(await next({ files: clean })).toContain('git init');
  });

  test('is to look at what is held back, first of all', async () => {
    expect(await next({ files: BEGUN, commits: [{ files: BEGUN }] })).toContain('.penholder/quarantine');
  });

  test('is to answer what is open when its round is over', async () => {
    expect(await next({ files: clean, commits: [{ files: clean, tags: ['zero-draft'] }] })).toBe(
      'Answer the one input of “First round” without a response: penholder inputs --unanswered --round first',
    );
  });

  test('is to take in more while a round is open', async () => {
    expect(await next({ files: answered, commits: [{ files: answered }], today: '2022-09-01' })).toContain(
      'penholder ingest',
    );
  });

  test('is to hold the next round when the stage before it is frozen', async () => {
    expect(await next({ files: answered, commits: [{ files: answered, tags: ['zero-draft'] }] })).toContain(
      'Hold “Second round”',
    );
  });

  test('is to print the last stage when all are frozen', async () => {
    expect(await next({ files: answered, commits: frozen(answered) })).toContain('penholder compile second --to pdf');
  });

  test('is to begin, where there is nothing yet', async () => {
    const files = { 'penholder.yaml': EXAMPLE_PROCESS };
    expect(await next({ files, commits: [{ files }] })).toContain('penholder new note');
  });
});

describe('status --json', () => {
  test('keeps its shape', async () => {
    const text = await status({ files: BEGUN, commits: [{ files: BEGUN, tags: ['zero-draft'] }], json: true });
    await expect(text).toMatchFileSnapshot(`${CASES}/begun.json`);
  });

  test('calls late what was planned for a day that has passed', async () => {
    const { stages } = JSON.parse(await status({ files: BEGUN, commits: [{ files: BEGUN }], json: true }));
    expect(stages.map(({ overdue }: { overdue: boolean }) => overdue)).toEqual([true, true]);
  });
});
