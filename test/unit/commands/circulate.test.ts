import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS, EXAMPLE_SECTION, exampleNote } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/circulate.ts';
import { readWord } from '../../../src/files/word/read-word.ts';
import { type MemoryWorld, memoryWorld } from '../../../src/io/memory-world.ts';
import { contentHash } from '../../../src/text/fingerprint.ts';
import { memoryContext } from './memory-context.ts';

const SECTION = 'drafts/10-introduction.md';
const RECORD = 'circulations/second.yaml';

function workspace(changed: Record<string, string> = {}): MemoryWorld {
  const zero = { 'penholder.yaml': EXAMPLE_PROCESS, [SECTION]: EXAMPLE_SECTION, ...changed };
  const second = { ...zero, [SECTION]: (zero[SECTION] ?? '').replace('Every child', 'Each and every child') };
  const commits = [
    { files: zero, tags: ['zero-draft'] },
    { files: second, tags: ['second-draft'] },
  ];
  return memoryWorld({ files: second, git: { commits }, today: '2023-05-08' });
}

async function circulate(world: MemoryWorld, options: Record<string, unknown>, stage = 'second') {
  const called = memoryContext(world, { worlds: {} });
  const code = await run({ args: [stage], options: { formats: 'md', ...options } }, called.context);
  return { code, printed: called.printed(), said: called.said() };
}

describe('a circulation', () => {
  test('is a clean and a marked-up version, recorded with their bytes', async () => {
    const world = workspace();
    const { code } = await circulate(world, { to: 'civil-society', deadline: '2023-06-09' });
    expect(code).toBe(0);
    const files = world.files();
    const [clean, marked] = ['draft-second.md', 'draft-second-since-zero.md'].map(
      (name) => files[`build/circulated/second-civil-society/${name}`] ?? new Uint8Array(),
    );
    expect(new TextDecoder().decode(clean)).toContain('Each and every child');
    const record = world.text(RECORD) ?? '';
    expect(record).toContain(
      '- to: civil-society\n  date: 2023-05-08\n  deadline: 2023-06-09\n  distribution: public\n',
    );
    expect(record).toContain('tag: second-draft\n  since: zero\n');
    expect(record).toContain(`version: clean\n      sha256: ${contentHash(clean ?? '')}`);
    expect(record).toContain(`version: marked-up\n      sha256: ${contentHash(marked ?? '')}`);
  });

  test('gives the same bytes when it is made again, and is added to those before', async () => {
    const world = workspace();
    await circulate(world, { to: 'civil-society' });
    await circulate(world, { to: 'children' });
    const sums = [...(world.text(RECORD) ?? '').matchAll(/sha256: (\w+)/gu)].map(([, sum]) => sum);
    expect(sums.slice(0, 2)).toEqual(sums.slice(2));
    expect(world.text(RECORD)).toMatch(/to: civil-society[\s\S]*to: children/u);
  });

  test('of the first stage has no marked-up version', async () => {
    const world = workspace();
    await circulate(world, { to: 'civil-society' }, 'zero');
    expect(world.text('circulations/zero.yaml')).not.toContain('marked-up');
  });

  test('of a stage that is marked for fewer says so, whatever is asked for', async () => {
    const world = workspace({ 'penholder.yaml': `${EXAMPLE_PROCESS}markings: { distribution: core-group }\n` });
    await circulate(world, { to: 'civil-society', distribution: 'public' });
    expect(world.text(RECORD)).toContain('  distribution: core-group\n  marking: For the core group only\n');
    await circulate(world, { to: 'children', distribution: 'custodian' });
    expect(world.text(RECORD)).toContain('  distribution: custodian\n  marking: For the custodian only\n');
  });

  test('tells its group no reason that only fewer may read, however the process marks the stage', async () => {
    const said = (who: string) => ({
      [`consultations/second/meeting-${who}.md`]: exampleNote('## What is missing?\n\n- Each of them. #gap ^i1\n', {
        round: 'second',
        quote: 'verbatim',
        distribution: who,
      }),
      [`consultations/second/meeting-${who}.responses.yaml`]: `- { input: i1, decision: accepted, reason: The reason for the ${who}., passages: [p-7k2m9qd] }\n`,
    });
    const consulted = { ...said('public'), ...said('core-group'), ...said('custodian') };
    const comments = async (marking: string, options: Record<string, unknown> = {}) => {
      const world = workspace({
        ...consulted,
        'penholder.yaml': `${EXAMPLE_PROCESS}markings: { distribution: ${marking} }\n`,
      });
      await circulate(world, { to: 'children', formats: 'docx', ...options });
      const bytes = world.files()['build/circulated/second-children/draft-second-since-zero.docx'] ?? new Uint8Array();
      const reading = readWord(bytes);
      return 'file' in reading ? reading.file.comments.map(({ text }) => text).join('\n') : reading.problem.message;
    };
    for (const marking of ['public', 'core-group', 'custodian']) {
      expect(await comments(marking)).toContain('The reason for the public.');
      expect(await comments(marking)).not.toMatch(/reason for the (?:core-group|custodian)/u);
    }
    const inner = await comments('core-group', { distribution: 'core-group' });
    expect(inner).toContain('The reason for the core-group.');
    expect(inner).not.toContain('reason for the custodian');
  });

  test('only tries where it is asked to', async () => {
    const world = workspace();
    await circulate(world, { to: 'civil-society', dryRun: true });
    expect(Object.keys(world.files())).not.toContain(RECORD);
  });

  test.each([
    ['nobody is named', {}, 'To whom'],
    ['the group is not known', { to: 'civil-scoiety' }, 'Did you mean "civil-society"?'],
    ['the stakeholder is not known', { to: 'civil-society', stakeholder: 'crc' }, 'stakeholders.yaml has no "crc"'],
    ['the deadline is no day', { to: 'civil-society', deadline: 'May' }, 'is no day'],
  ])('is refused where %s', async (_, options, words) => {
    await expect(circulate(workspace(), options)).rejects.toThrow(words);
  });

  test('is refused of a stage that is not frozen', async () => {
    const files = { 'penholder.yaml': EXAMPLE_PROCESS, [SECTION]: EXAMPLE_SECTION };
    const world = memoryWorld({ files, git: { commits: [{ files }] } });
    await expect(circulate(world, { to: 'civil-society' })).rejects.toThrow('is not frozen');
  });
});

describe('a public export', () => {
  test('holds both versions, their checksums and nothing else', async () => {
    const world = workspace();
    await circulate(world, { export: '/out' });
    const out = Object.entries(world.files()).filter(([path]) => path.includes('out/'));
    const names = out.map(([path]) => path.slice(path.indexOf('out/') + 4));
    expect(names.filter((name) => !name.startsWith('draft-second'))).toEqual(['README.md', 'SHA256SUMS']);
    expect(names).toHaveLength(8);
    expect(world.text(RECORD)).toBeUndefined();
  });

  const named = exampleNote('## What?\n\n- Something. #gap ^i1\n', { from: 'Quiet Institute', attribution: 'none' });

  test.each(['the Quiet Institute said', 'the *Quiet*\n*Institute* said', 'the Quiet\\\nInstitute said'])(
    'is refused where the text names who may not be named: %j',
    async (words) => {
      const section = EXAMPLE_SECTION.replace('has rights.', `has rights, as ${words}.`);
      const world = workspace({ 'consultations/first/quiet.md': named, [SECTION]: section });
      const tried = circulate(world, { export: '/out' });
      await expect(tried).rejects.toThrow(/line \d+ of draft-second/u);
      await expect(tried).rejects.not.toThrow('Quiet');
      expect(Object.keys(world.files()).filter((path) => path.includes('out/'))).toEqual([]);
    },
  );

  test('is refused of a stage for the core group', async () => {
    const process = `${EXAMPLE_PROCESS}markings: { distribution: core-group }\n`;
    const tried = circulate(workspace({ 'penholder.yaml': process }), { export: '/out' });
    await expect(tried).rejects.toThrow('is marked as for the core-group');
  });
});
