import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { readYaml } from '../../../src/text/yaml.ts';
import { fillTemplate, yamlText } from '../../../src/workspace/fill-template.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { planAdopt } from '../../../src/workspace/plan-adopt.ts';
import { planInit } from '../../../src/workspace/plan-init.ts';
import { readStage } from '../../../src/workspace/read-stage.ts';
import { publishedSchemas } from '../../../src/workspace/schemas.ts';

describe('a new workspace', () => {
  it('holds by its own rules, has a first section, and names its schema', async () => {
    const world = memoryWorld();
    const title = 'Guidance: "note" #1 \\ on – [x]{y} & *children*';
    const { plan, findings, made } = await planInit(world, {
      title,
      language: 'en',
      coreGroup: ['OHCHR', 'UNICEF'],
      commit: true,
    });
    expect(findings).toEqual([]);
    if (plan === undefined) throw new Error('no plan');
    await world.apply(plan);
    expect(made.toSorted()).toEqual([
      '.gitignore',
      'README.md',
      'drafts/10-introduction.md',
      'penholder.schema.json',
      'penholder.yaml',
    ]);
    const { process, findings: problems } = await loadProcess(world);
    expect(problems).toEqual([]);
    expect(process?.title).toBe(title);
    expect(process?.name).toBe('guidance-note-1-on-x-y');
    expect(process?.['core-group']?.map(({ id }) => id)).toEqual(['OHCHR', 'UNICEF']);
    expect(world.text('penholder.yaml')?.split('\n')[0]).toBe('# yaml-language-server: $schema=penholder.schema.json');
    expect(JSON.parse(world.text('penholder.schema.json') ?? '')).toMatchObject({ type: 'object' });
    if (process === undefined) throw new Error('no process');
    const { text } = await readStage(world, process, 'working');
    expect(text?.sections.flatMap((section) => section.findings)).toEqual([]);
    expect(text).toMatchObject({ dirty: false });
  });

  it('overwrites nothing', async () => {
    const files = { 'README.md': 'mine', '.gitignore': 'node_modules\r\nbuild', 'drafts/1.md': 'mine' };
    const world = memoryWorld({ files });
    const { plan, kept } = await planInit(world, { title: 'T', language: 'en' });
    if (plan === undefined) throw new Error('no plan');
    await world.apply(plan);
    expect(kept).toEqual(['README.md']);
    expect(world.text('README.md')).toBe('mine');
    expect(world.text('.gitignore')).toBe('node_modules\r\nbuild\r\n.penholder/\r\n');
    expect(world.text('drafts/10-introduction.md')).toBeUndefined();
    expect((await planInit(world, { title: 'T', language: 'en' })).findings[0]?.check).toBe('workspace/exists');
  });

  it('says so before anything is written when an answer does not hold', async () => {
    const { plan, findings } = await planInit(memoryWorld(), {
      title: 'T',
      language: 'en',
      coreGroup: ['two words'],
      name: 'a/b',
    });
    expect(plan).toBeUndefined();
    expect(findings.length).toBe(2);
  });
});

describe('templates', () => {
  it('take any text as nothing but text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('yes', 'null', '1', '~', '- a', '2022-01-01', 'a: b')),
        (text) => {
          fc.pre(!/[\ud800-\udfff]/u.test(text));
          const { value, findings } = readYaml(`title: ${yamlText(text)}\nnext: 1\n`, 'x.yaml');
          expect(findings).toEqual([]);
          expect(value).toEqual({ title: text, next: 1 });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('refuse a value that nobody gave', () => {
    expect(() => fillTemplate('{{missing}}', {})).toThrow('missing');
    expect(fillTemplate('a:\n  {{list:lines}}\nb\n', { list: ['- 1', '', '- 2'] })).toBe('a:\n  - 1\n\n  - 2\nb\n');
  });
});

describe('adopting a repository', () => {
  const commits = [
    {
      files: {
        'src/one.md': '# A policy\n\nOne.\n',
        'src/two.md': 'Two is a text of some length.\n',
        'README.md': 'r',
      },
      tags: ['v0.1'],
    },
    {
      files: {
        'docs/one.md': '# A policy\n\nOne!\n',
        'docs/two.md': 'Two is a text of some length.\n',
        'README.md': 'r',
      },
      tags: [{ name: 'v0.2', message: 'Second draft for comment\n' }],
    },
    {
      files: {
        'pages/1-one.md': '# A policy\n\nOne!\n',
        'pages/2-two.md': 'Two is a longer text of some length.\n',
        'README.md': 'r',
      },
      tags: ['v1'],
    },
  ];
  const files = commits[2]?.files ?? {};
  const stages = [
    { id: 'zero', tag: 'v0.1' },
    { id: 'second', tag: 'v0.2' },
    { id: 'final', tag: 'v1' },
  ];

  it('writes only the process and finds where each stage had its text', async () => {
    const world = memoryWorld({ files, git: { commits } });
    const { plan, findings, made } = await planAdopt(world, { text: ['pages'], stages, language: 'en' });
    expect(findings).toEqual([]);
    if (plan === undefined) throw new Error('no plan');
    await world.apply(plan);
    expect(made.toSorted()).toEqual(['.gitignore', 'penholder.schema.json', 'penholder.yaml']);
    const { process, findings: problems } = await loadProcess(world);
    expect(problems).toEqual([]);
    expect(process?.title).toBe('A policy');
    expect(process?.stages.map(({ title, tag, text }) => [title, tag, text])).toEqual([
      ['Zero draft (v0.1)', 'v0.1', 'src'],
      ['Second draft for comment', 'v0.2', 'docs'],
      ['Final draft (v1)', 'v1', undefined],
    ]);
    if (process === undefined) throw new Error('no process');
    for (const { id } of stages)
      expect((await readStage(world, process, id)).text?.sections.length, id).toBeGreaterThan(0);
  });

  it('says which tags there are, and that there is no such text', async () => {
    const world = memoryWorld({ files, git: { commits } });
    const { plan, findings } = await planAdopt(world, {
      text: ['nowhere'],
      stages: [{ id: 'zero', tag: 'v0.3' }],
      language: 'en',
    });
    expect(plan).toBeUndefined();
    expect(findings.map(({ check }) => check)).toEqual(['stages/no-tag', 'stages/no-text']);
    expect(findings[0]?.hint).toContain('v0.1, v0.2, v1');
    expect(
      (await planAdopt(memoryWorld({ files }), { text: ['pages'], stages, language: 'en' })).findings[0]?.check,
    ).toBe('stages/repository-none');
  });
});

describe('published schemas', () => {
  it('describe each file that people write', () => {
    const schemas = publishedSchemas();
    expect(Object.keys(schemas).length).toBeGreaterThanOrEqual(5);
    for (const schema of Object.values(schemas))
      expect(schema).toMatchObject({ $schema: expect.stringContaining('json-schema.org'), title: expect.any(String) });
  });
});
