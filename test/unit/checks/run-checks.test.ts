import { describe, expect, test } from 'vitest';
import {
  EXAMPLE_NOTE,
  EXAMPLE_PROCESS,
  EXAMPLE_SECTION,
  exampleSection,
} from '../../../src/checks/example-workspace.ts';
import { checks } from '../../../src/checks/index.ts';
import { neededFor, runCheck, runChecks } from '../../../src/checks/run-checks.ts';
import { selectChecks } from '../../../src/checks/select-checks.ts';
import type { Check, CheckContext } from '../../../src/model/contracts.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { check } from './check-world.ts';

const CONTEXT: CheckContext = {
  workspace: {
    prefix: '',
    process: { penholder: 1, title: 'Note', language: 'en', stages: [{ id: 'zero', title: 'Zero draft' }] },
    notes: [],
    responses: [],
    decisions: [],
    questionnaires: [],
    stakeholders: [],
    findings: [],
  },
  readings: [],
  today: '2022-10-28',
};

function reading(id: string, file: string, line: number): Finding {
  return { check: id, severity: 'info', message: 'It is so.', place: { file, line, column: 1 } };
}

describe('runChecks', () => {
  test('passes on what reading found, ordered by place and without repetition', async () => {
    const readings = [
      reading('yaml/tag', 'b.yaml', 1),
      reading('text/stray-id', 'a.md', 9),
      reading('text/stray-id', 'a.md', 2),
      reading('text/stray-id', 'a.md', 9),
    ];
    const found = await runChecks({ ...CONTEXT, readings });
    expect(found.map(({ place }) => `${place.file}:${place.line}`)).toEqual(['a.md:2', 'a.md:9', 'b.yaml:1']);
  });

  test('keeps findings of rules that nobody registered', async () => {
    const found = await runChecks({ ...CONTEXT, readings: [reading('other/rule', 'a.md', 1)] });
    expect(found.map(({ check }) => check)).toEqual(['other/rule']);
  });

  test('takes only the rules and areas asked for', async () => {
    const readings = [reading('text/stray-id', 'a.md', 1), reading('yaml/tag', 'b.yaml', 1)];
    const only = async (...names: string[]) => (await runChecks({ ...CONTEXT, readings }, { only: names })).length;
    expect([await only('text'), await only('yaml/tag', 'text'), await only('notes')]).toEqual([1, 2, 0]);
  });

  test('gives the same findings whatever the order of files', async () => {
    const files = {
      'drafts/10-a.md': exampleSection('One. ^p-1aaaaaa\n', { lead: 'NOBODY' }),
      'drafts/20-b.md': exampleSection('Two. ^p-1aaaaaa\n', { lead: 'NOBODY' }),
      'consultations/first/coalition.md': EXAMPLE_NOTE,
    };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(await check({ files: reversed })).toEqual(await check({ files }));
  });
});

describe('a rule that throws', () => {
  const broken: Check = {
    id: 'text/broken',
    about: 'It breaks.',
    why: 'To see what happens.',
    severity: 'error',
    needs: [],
    run: () => {
      throw new Error('no such thing');
    },
  };

  test('becomes a finding that names it', () => {
    const [finding, ...others] = runCheck(broken, CONTEXT);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ check: 'workspace/check-failed', severity: 'error' });
    expect(finding?.message).toContain('text/broken');
    expect(finding?.message).toContain('no such thing');
  });
});

describe('selectChecks', () => {
  test('suggests the near name for one that is not known', () => {
    expect(selectChecks(['text/mising-id', 'notez']).unknown).toEqual([
      { name: 'text/mising-id', near: 'text/missing-id' },
      { name: 'notez', near: 'notes' },
    ]);
  });

  test('chooses all rules where none is named', () => {
    expect(selectChecks().ids).toHaveLength(Object.keys(checks).length);
  });
});

describe('neededFor', () => {
  test('asks for no more than the chosen rules need', async () => {
    expect([...(await neededFor(['notes/unknown-questionnaire']))]).toEqual(['notes']);
    expect((await neededFor(['text/empty-section'])).has('notes')).toBe(false);
  });

  test('asks for notes and text where all rules run', async () => {
    const needs = await neededFor();
    expect([needs.has('notes'), needs.has('text'), needs.has('stages')]).toEqual([true, true, true]);
  });
});

describe('the whole workspace', () => {
  test('is clean where nothing is wrong', async () => {
    const files = {
      'drafts/10-introduction.md': EXAMPLE_SECTION,
      'consultations/first/coalition.md': EXAMPLE_NOTE,
    };
    expect(await check({ files })).toEqual([]);
  });

  test('without a text before the first stage is told so, without an error', async () => {
    const found = await check({ files: { 'consultations/first/coalition.md': EXAMPLE_NOTE } });
    expect(found.map(({ check: id, severity }) => `${severity} ${id}`)).toEqual(['info stages/no-text']);
  });
});

describe('passages that are gone', () => {
  const files = {
    'drafts/10-introduction.md': EXAMPLE_SECTION,
    'consultations/first/coalition.md': EXAMPLE_NOTE,
    'consultations/first/coalition.responses.yaml':
      '- input: i1\n  decision: accepted\n  reason: Done.\n  passages: [p-0000000]\n',
  };
  const only = ['trace/unknown-passage'];
  const severities = async (frozen?: Record<string, Record<string, string>>, process?: string) =>
    (
      await check({
        files: { ...files, ...(process !== undefined && { 'penholder.yaml': process }) },
        only,
        ...(frozen && { frozen }),
      })
    ).map(({ severity }) => severity);

  test('are errors where all stages are at hand', async () => {
    expect(await severities({ zero: { 'drafts/10-introduction.md': EXAMPLE_SECTION } })).toEqual(['error']);
  });

  test('are remarks outside git, where no earlier stage is at hand', async () => {
    expect(await severities()).toEqual(['info']);
  });

  test('are remarks where the tag of a finished stage is missing', async () => {
    const finished = EXAMPLE_PROCESS.replace('title: Zero draft,', 'title: Zero draft, actual: 2022-05-14,');
    expect(await severities({}, finished)).toEqual(['info']);
  });

  test('are none where an earlier stage had them', async () => {
    const before = exampleSection('Gone since. ^p-0000000\n');
    expect(await severities({ zero: { 'drafts/10-introduction.md': before } })).toEqual([]);
  });
});
