import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/changes.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import type { ChangeLog } from '../../../src/model/change-log.ts';
import { changeLogSchema } from '../../../src/model/change-log-schema.ts';
import { memoryContext, type TerminalChoices } from './memory-context.ts';

const OLD = '# Duties\n\nEntities should consult children.\n\nThe second paragraph stays as it is here.\n';
const NEW = OLD.replace('should', 'shall');

type Options = Readonly<Record<string, unknown>>;

async function call(world: MemoryWorld, args: readonly string[], options: Options = {}, choices: TerminalChoices = {}) {
  const called = memoryContext(world, choices);
  const code = await run({ args, options }, called.context);
  return { code, out: called.printed(), said: called.said() };
}

async function data(world: MemoryWorld, args: readonly string[], options: Options = {}, choices: TerminalChoices = {}) {
  const { out } = await call(world, args, { to: ['json'], ...options }, { worlds: {}, ...choices });
  return changeLogSchema.parse(JSON.parse(out)) as ChangeLog;
}

describe('texts outside a workspace', () => {
  const outside: TerminalChoices = { outside: true, folder: '/texts' };

  test('two files are compared, with the lines of their sources', async () => {
    const world = memoryWorld({ named: { '/texts/old.md': OLD, '/texts/new.md': NEW } });
    const log = await data(world, ['old.md', 'new.md'], { all: true }, outside);
    expect(log.changes.map(({ kind }) => kind)).toEqual(['unchanged', 'edited', 'unchanged']);
    const [, edited] = log.changes;
    expect([edited?.from[0]?.startLine, edited?.to[0]?.endLine, edited?.severity]).toEqual([3, 3, 'substantive']);
    expect(edited?.verdict).toBeTruthy();
  });

  test('two folders are compared, and what lies in folders of any name', async () => {
    const worlds = {
      '/texts/a': memoryWorld({ files: { 'resources/10.md': OLD, 'node_modules/x/README.md': '# X\n' } }),
      '/texts/b': memoryWorld({ files: { 'resources/10.md': NEW } }),
    };
    const log = await data(memoryWorld(), ['a', 'b'], {}, { ...outside, worlds });
    expect(log.changes.map(({ kind, from }) => [kind, from[0]?.file])).toEqual([['edited', 'resources/10.md']]);
  });

  test('what git knows is compared with the folder as it stands', async () => {
    const world = memoryWorld({
      files: { 'guide.md': NEW },
      git: { commits: [{ files: { 'guide.md': OLD, 'other.md': '# Other\n' }, tags: ['v1'] }] },
    });
    const whole = await data(world, ['v1'], {}, outside);
    expect(whole.changes.map(({ kind }) => kind)).toEqual(['edited', 'deleted']);
    const part = await data(world, ['v1:guide.md'], {}, { ...outside });
    expect(part.changes.map(({ kind }) => kind)).toEqual(['edited']);
  });

  test('a name that leads nowhere is refused, with what could be named', async () => {
    await expect(call(memoryWorld(), ['nope', 'nope2'], {}, { ...outside, worlds: {} })).rejects.toThrow(
      /There is no file, folder, tag, branch or commit called "nope/u,
    );
  });

  test('the language is that of the script', async () => {
    const [from, to] = [
      '# واجبات\n\nينبغي للكيانات أن تستشير الأطفال.\n',
      '# واجبات\n\nيجب على الكيانات أن تستشير الأطفال.\n',
    ];
    const world = memoryWorld({ named: { '/texts/old.md': from, '/texts/new.md': to } });
    const { out } = await call(world, ['old.md', 'new.md'], { to: ['html'] }, outside);
    expect(out).toContain('<html lang="ar" dir="rtl">');
  });
});

describe('texts of a workspace', () => {
  const files = { 'penholder.yaml': EXAMPLE_PROCESS, 'drafts/10-scope.md': NEW };

  test('a stage comes first, then a path, then what git knows', async () => {
    const world = memoryWorld({
      files,
      git: { commits: [{ files: { ...files, 'drafts/10-scope.md': OLD }, tags: ['zero-draft', 'v1'] }] },
    });
    const worlds = { '/workspace/zero': memoryWorld({ files: { 'x.md': '# X\n' } }) };
    const byStage = await data(world, ['zero'], {}, { worlds });
    expect([byStage.from.id, byStage.changes.map(({ kind }) => kind)]).toEqual(['zero', ['edited']]);
    const byRef = await data(world, ['v1'], {}, { worlds });
    expect(byRef.changes.map(({ kind }) => kind)).toEqual(['edited']);
    const byPath = await data(
      world,
      ['v1', 'v1'],
      {},
      { worlds: { '/workspace/v1': memoryWorld({ files: { 'a.md': OLD } }) } },
    );
    expect(byPath.to.commit).toBeUndefined();
  });
});

test.each(['consultations', 'consultations/first/a.md', 'zero-draft:decisions', 'zero-draft:./consultations/first'])(
  'records of what was said are not compared: %s',
  async (name) => {
    const files = { 'penholder.yaml': EXAMPLE_PROCESS, 'drafts/10-scope.md': NEW, 'consultations/first/a.md': 'Said.' };
    const world = memoryWorld({ files, git: { commits: [{ files, tags: ['zero-draft'] }] } });
    await expect(call(world, [name], {}, { worlds: {} })).rejects.toThrow(/records of consultations or decisions/u);
  },
);

describe('verdicts', () => {
  const files = { 'penholder.yaml': EXAMPLE_PROCESS, 'drafts/10-scope.md': NEW };
  const git = { commits: [{ files: { ...files, 'drafts/10-scope.md': OLD }, tags: ['zero-draft'] }] };

  test('are overruled with a reason, kept, and honoured', async () => {
    const world = memoryWorld({ files, git });
    const options = { overrule: ['c1=editorial'], reason: 'The two words mean the same here.', by: 'OHCHR' };
    expect((await call(world, ['zero'], options)).out).toBe('changes.yaml\n');
    expect(world.text('changes.yaml')).toMatch(
      /^- change: [0-9a-f]{16}\n {2}severity: editorial\n {2}reason: The two/u,
    );
    const [forPublic] = (await data(world, ['zero'])).changes;
    expect([forPublic?.severity, forPublic?.overruled]).toEqual(['editorial', { was: 'substantive' }]);
    const [forGroup] = (await data(world, ['zero'], { distribution: 'core-group' })).changes;
    expect(forGroup?.overruled?.reason).toBe('The two words mean the same here.');
    const again = { overrule: ['c1=substantive'], reason: 'They do not.' };
    await call(world, ['zero'], again);
    expect(world.text('changes.yaml')?.match(/- change/gu)).toHaveLength(1);
  });

  test.each([
    [{ overrule: ['c1=editorial'] }, /with a reason/u],
    [{ overrule: ['c9=editorial'], reason: 'So.' }, /There is no change "c9"/u],
    [{ overrule: ['c1=small'], reason: 'So.' }, /editorial or substantive, not "small"/u],
  ])('%o is refused', async (options, words) => {
    await expect(call(memoryWorld({ files, git }), ['zero'], options)).rejects.toThrow(words);
  });

  test.each(['change: 1\nreason: Kept by hand.\n', '- change: [1\n'])(
    'never cost what stands in changes.yaml: %j',
    async (was) => {
      const world = memoryWorld({ files: { ...files, 'changes.yaml': was }, git });
      const options = { overrule: ['c1=editorial'], reason: 'So.' };
      await expect(call(world, ['zero'], options)).rejects.toThrow(/changes\.yaml/u);
      expect(world.text('changes.yaml')).toBe(was);
    },
  );
});

test('what is new since the stage a reviewer saw is told apart from what they saw', async () => {
  const paragraphs = (...words: string[]) =>
    `# Duties\n\n${words.map((word, index) => `Paragraph number ${index} treats of matter ${index * 7} and is ${word}.`).join('\n\n')}\n`;
  const stage = (text: string) => ({ 'penholder.yaml': EXAMPLE_PROCESS, 'drafts/10-scope.md': text });
  const world = memoryWorld({
    files: stage(paragraphs('seen', 'plain', 'newest', 'plain')),
    git: {
      commits: [
        { files: stage(paragraphs('plain', 'plain', 'plain', 'plain')), tags: ['zero-draft'] },
        { files: stage(paragraphs('seen', 'plain', 'new', 'odd')), tags: ['second-draft'] },
      ],
    },
  });
  const log = await data(world, ['zero'], { seen: 'second' });
  expect(log.seen?.id).toBe('second');
  expect(log.changes.map(({ kind, seen }) => [kind, seen])).toEqual([
    ['edited', 'as-now'],
    ['edited', 'otherwise'],
    ['unchanged', 'otherwise'],
  ]);
  const { out } = await call(world, ['zero'], { seen: 'second' }, { worlds: {} });
  expect(out).toMatch(/changed again since Second draft/u);
  expect(out).toMatch(/changed back since Second draft/u);
});
