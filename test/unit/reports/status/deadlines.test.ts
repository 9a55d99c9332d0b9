import { describe, expect, test } from 'vitest';
import {
  EXAMPLE_NOTE,
  EXAMPLE_PROCESS,
  EXAMPLE_SECTION,
  exampleNote,
} from '../../../../src/checks/example-workspace.ts';
import { readStatus, run } from '../../../../src/commands/status.ts';
import { memoryWorld } from '../../../../src/io/memory-world.ts';
import type { Process } from '../../../../src/model/process.ts';
import { timeline } from '../../../../src/reports/status/calendar.ts';
import { lastDay } from '../../../../src/reports/status/deadlines.ts';
import { statusData } from '../../../../src/reports/status.ts';
import { loadProcess } from '../../../../src/workspace/load-process.ts';
import { memoryContext } from '../../commands/memory-context.ts';

const SAFE = (more: string) =>
  `{ risk-assessment: 2022-09-01, focal-point: lead, assent: obtained, guardian-consent: obtained, referral-contact: held-by-focal-point, ${more} }`;

const children = (more: string, keys: Readonly<Record<string, string>> = {}) =>
  exampleNote('## What gets in the way?\n\n- Time. #gap ^i1\n', {
    group: 'children',
    received: '2022-09-20',
    'retain-until': '2023-01-31',
    safeguarding: SAFE(more),
    ...keys,
  });

const FILES: Readonly<Record<string, string>> = {
  'penholder.yaml': EXAMPLE_PROCESS.replace('title: Zero draft,', 'title: Zero draft, planned: 2022-10,'),
  'drafts/10-introduction.md': EXAMPLE_SECTION.replace('title: Introduction', 'title: Introduction\nlead: UNICEF'),
  'consultations/first/a.md': children('feedback-by: 2022-12-15'),
  'consultations/first/b.md': children('feedback-by: 2022-12-15'),
  'consultations/first/c.md': children('feedback-by: 2022-12-15, feedback-given: 2022-12-01'),
  'consultations/first/marker-secret.md': children('feedback-by: 2022-11-11', { distribution: 'custodian' }),
  'consultations/first/coalition.md': EXAMPLE_NOTE,
  'consultations/first/coalition.responses.yaml': `- { input: i1, decision: accepted, reason: Said now., passages: [p-7k2m9qd], text: { p-7k2m9qd: a1a1a1a1a1a1a1a1 } }
- { input: i2, decision: accepted, reason: Said soon., passages: [p-7k2m9qd] }
`,
};

async function context(today: string) {
  const world = memoryWorld({ files: FILES, today, git: { commits: [{ files: FILES }] } });
  const { process } = await loadProcess(world);
  return readStatus(world, process as Process);
}

describe('dates', () => {
  test('what is overdue stands first, with its number of days', async () => {
    const { deadlines } = statusData(await context('2022-12-20'));
    expect(deadlines.map(({ kind, date, state, days, title }) => [state, kind, date, days, title])).toEqual([
      ['overdue', 'round', '2022-09-30', -81, 'First round ends'],
      ['overdue', 'stage', '2022-10-31', -50, 'Zero draft planned'],
      ['overdue', 'feedback', '2022-11-11', -39, 'Feedback to 1 consultation'],
      ['overdue', 'feedback', '2022-12-15', -5, 'Feedback to 2 consultations'],
      ['coming', 'retention', '2023-01-31', 42, 'Notes of 4 consultations to be deleted'],
      ['done', 'feedback', '2022-12-15', -5, 'Feedback to 1 consultation'],
    ]);
  });

  test('a month ends on a day that there is', () => {
    expect(['2022-02', '2024-02', '2022-04', '2022', '2022-12-05'].map(lastDay)).toEqual([
      '2022-02-28',
      '2024-02-29',
      '2022-04-30',
      '2022-12-31',
      '2022-12-05',
    ]);
    expect(lastDay({ from: '2022-09-01', to: '2022-11' })).toBe('2022-11-30');
  });
});

describe('what waits', () => {
  test('is counted by who leads on the passages and sections', async () => {
    const { leads, rounds } = statusData(await context('2022-12-20'));
    expect(leads).toEqual([
      { lead: 'UNICEF', unanswered: 0, pending: 1, suspect: 1 },
      { unanswered: 4, pending: 0, suspect: 0 },
    ]);
    expect(rounds[0]).toMatchObject({ pending: 1, suspect: 1 });
  });

  test('can be asked for one member', async () => {
    const asked = (lead: string) => {
      const world = memoryWorld({ files: FILES, git: { commits: [{ files: FILES }] } });
      const { context: own, printed } = memoryContext(world);
      return run({ args: [], options: { lead, json: true } }, own).then(() => JSON.parse(printed()));
    };
    const called = async (lead: string) => (await asked(lead)).leads;
    expect(await called('UNICEF')).toHaveLength(1);
    expect(await called('OHCHR')).toEqual([]);
    expect((await asked('UNICEF')).next).toMatch(/^Write the one accepted input .* respond --pending --lead UNICEF/u);
    expect((await asked('OHCHR')).next).toBe('Nothing waits for OHCHR.');
    await expect(called('WHO')).rejects.toThrow('no member "WHO"');
  });
});

describe('the timeline', () => {
  test('holds what everybody may know, and nothing of who spoke', async () => {
    const { events } = timeline(await context('2022-12-20'), '2022-10-01T00:00:00Z');
    expect(events.map(({ from, to, summary }) => [from, to, summary])).toEqual([
      ['2022-10-01', '2022-10-31', 'Zero draft (planned)'],
      ['2022-04-01', '2022-09-30', 'First round (planned)'],
      ['2022-12-15', '2022-12-15', 'Feedback is promised to 3 consultations'],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(JSON.stringify(events)).not.toMatch(/marker|2022-11-11/u);
  });

  test('is written as a file, the same on any day', async () => {
    const write = async (today: string) => {
      const world = memoryWorld({ files: FILES, today, git: { commits: [{ files: FILES }] } });
      const { context: own } = memoryContext(world);
      expect(await run({ args: [], options: { ics: 'timeline.ics' } }, own)).toBe(0);
      return world.text('/workspace/timeline.ics');
    };
    expect(await write('2022-12-20')).toContain('SUMMARY:First round (planned)');
    expect(await write('2022-12-20')).toBe(await write('2024-01-01'));
  });
});
