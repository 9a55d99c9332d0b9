import { describe, expect, test } from 'vitest';
import {
  EXAMPLE_NOTE,
  EXAMPLE_PROCESS,
  EXAMPLE_SECTION,
  exampleSection,
} from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/check.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext, type TerminalChoices } from './memory-context.ts';

const CASES = '../../cases/checks';

const FAULTY: Readonly<Record<string, string>> = {
  'penholder.yaml': EXAMPLE_PROCESS,
  'drafts/10-introduction.md': exampleSection('Every child has rights, see [](#p-lost). ^p-7k2m9qd\n', {
    lead: 'UNICEFF',
  }),
  'drafts/20-scope.md': '---\ntitle: Scope\n---\n\nEntities [should]{.bracket by="UNICEF"} ask.\n',
  'consultations/first/coalition.md': EXAMPLE_NOTE.replace('#barrier #pillar/development ^i2', '#barier ^i2'),
  'consultations/first/coalition.responses.yaml':
    '- input: i9\n  decision: accepted\n  reason: Done.\n  passages: [p-0000000]\n',
};

const CLEAN: Readonly<Record<string, string>> = {
  'penholder.yaml': EXAMPLE_PROCESS,
  'drafts/10-introduction.md': EXAMPLE_SECTION,
};

interface Call extends TerminalChoices {
  readonly files?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly named?: Readonly<Record<string, string>>;
}

async function check({ files = FAULTY, args = [], options = {}, named = {}, ...choices }: Call) {
  const env = choices.environment ?? {};
  const world = memoryWorld({ files, named, env, today: '2022-10-28', git: { commits: [{ files }] } });
  const called = memoryContext(world, choices);
  const code = await run({ args, options }, called.context);
  return { code, out: called.printed(), said: called.said(), world };
}

describe('check', () => {
  test.each(['text', 'concise', 'github', 'json', 'sarif'])('prints findings as its case says: %s', async (format) => {
    const { code, out, said } = await check({ options: { format } });
    await expect(out).toMatchFileSnapshot(`${CASES}/faulty/${format}.txt`);
    expect([code, said]).toEqual([1, '']);
  });

  test('is clean where nothing is wrong', async () => {
    expect(await check({ files: CLEAN })).toMatchObject({ code: 0, out: 'Nothing to report.\n' });
  });

  test('shows only findings in the files and folders named, from the folder of the call', async () => {
    const options = { format: 'concise' };
    const inFolder = await check({ args: ['drafts'], options });
    const inFile = await check({ folder: '/workspace/drafts', args: ['20-scope.md'], options });
    expect(new Set(inFolder.out.match(/^[a-z]+(?=\/)/gmu))).toEqual(new Set(['drafts']));
    expect(new Set(inFile.out.match(/^[^:]+/gmu))).toEqual(new Set(['drafts/20-scope.md']));
    expect(inFile.code).toBe(0);
  });

  test('refuses paths that are not there, or not in the workspace', async () => {
    await expect(check({ args: ['draft'] })).rejects.toThrow('There is no file or folder "draft".');
    await expect(check({ args: ['../elsewhere'] })).rejects.toThrow('is not in this workspace');
  });

  test('runs only the rules asked for', async () => {
    const { out, code } = await check({ options: { only: ['inputs/unknown-tag', 'trace'], format: 'concise' } });
    expect(out.match(/\[[a-z-]+\/[a-z-]+\]/gu)).toEqual(['[trace/unknown-passage]', '[inputs/unknown-tag]']);
    expect(code).toBe(1);
  });

  test('says which rule was probably meant', async () => {
    await expect(check({ options: { only: ['text/broken-refrence'] } })).rejects.toThrow(
      'Did you mean "text/broken-reference"?',
    );
  });

  test('fails on warnings where that is asked for', async () => {
    const only = ['text/unknown-member'];
    expect((await check({ options: { only } })).code).toBe(0);
    expect((await check({ options: { only, failOn: 'warning' } })).code).toBe(1);
  });

  test('reports all that is wrong with penholder.yaml, where nothing else can be read', async () => {
    const broken = EXAMPLE_PROCESS.replace('after: [first]', 'after: [frist]').replace('id: asia', 'id: africa');
    const { code, out } = await check({
      files: { ...FAULTY, 'penholder.yaml': broken },
      options: { format: 'concise' },
    });
    expect(code).toBe(1);
    expect(out.match(/\[[a-z-]+\/[a-z-]+\]/gu)).toEqual(['[workspace/unknown-reference]', '[workspace/duplicate-id]']);
  });

  test('works outside git', async () => {
    const world = memoryWorld({ files: CLEAN, today: '2022-10-28' });
    const called = memoryContext(world);
    expect(await run({ args: [], options: {} }, called.context)).toBe(0);
  });

  test('writes no file of the workspace', async () => {
    const { world } = await check({});
    expect(Object.keys(world.files()).sort()).toEqual(Object.keys(FAULTY).sort());
  });
});

describe('check --format github', () => {
  const many = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `drafts/${index + 10}-part.md`,
      exampleSection(`See [](#p-lost|${index}).\n`),
    ]),
  );

  test('adds all findings to the summary of the step, where there are more than GitHub shows', async () => {
    const { world } = await check({
      files: { ...CLEAN, ...many },
      options: { format: 'github' },
      environment: { GITHUB_STEP_SUMMARY: '/tmp/summary.md' },
      named: { '/tmp/summary.md': '# Before\n\n' },
    });
    const summary = world.text('/tmp/summary.md') ?? '';
    expect(summary).toMatch(/^# Before\n\n## Penholder check\n/u);
    expect(summary.match(/^\| (?:error|warning|info) \|/gmu)?.length).toBeGreaterThan(11);
  });

  test('leaves the summary alone where few things were found', async () => {
    const { world } = await check({
      files: CLEAN,
      options: { format: 'github' },
      environment: { GITHUB_STEP_SUMMARY: '/tmp/summary.md' },
    });
    expect(world.text('/tmp/summary.md')).toBeUndefined();
  });
});

describe('check --explain', () => {
  test.each(['text/agreed-language-altered', 'workspace/cycle', 'pdf/not-checked'])('explains %s', async (explain) => {
    const { code, out } = await check({ options: { explain } });
    await expect(out).toMatchFileSnapshot(`${CASES}/explain/${explain.replace('/', '-')}.txt`);
    expect(code).toBe(0);
  });

  test('says which rule was probably meant', async () => {
    await expect(check({ options: { explain: 'text/open-braket' } })).rejects.toThrow(
      'Did you mean "text/open-bracket"?',
    );
  });
});

describe('check --list', () => {
  test('lists rules by area', async () => {
    const { out } = await check({ options: { list: true, only: ['responses', 'stakeholders'] } });
    await expect(out).toMatchFileSnapshot(`${CASES}/list/some.txt`);
  });

  test('lists them for programs', async () => {
    const { out } = await check({ options: { list: true, only: ['trace/unanswered'], format: 'json' } });
    expect(JSON.parse(out)).toMatchObject([{ id: 'trace/unanswered', severity: 'warning' }]);
  });
});
