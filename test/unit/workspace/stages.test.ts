import { describe, expect, it } from 'vitest';
import { type MemoryWorld, type MemoryWorldOptions, memoryWorld } from '../../../src/io/memory-world.ts';
import type { RepositoryState } from '../../../src/io/world.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { planFreeze } from '../../../src/workspace/plan-freeze.ts';
import { readStage } from '../../../src/workspace/read-stage.ts';
import { verifyFreeze } from '../../../src/workspace/stage-digest.ts';

const PROCESS = `penholder: 1
title: Guidance note
language: en
languages: [en, fr]
stages:
  - { id: zero, title: Zero draft }
  - { id: final, title: Final draft }
`;
const FILES = {
  'penholder.yaml': PROCESS,
  'drafts/20-b.md': '# B\n{#h-0000002}\n\nSecond. ^p-0000002\n',
  'drafts/10-a.md': '---\nid: a\ntitle: A\nlayout: page\n---\nFirst. ^p-0000001\n',
  'drafts/fr/10-a.md': 'Premier.\n',
  'drafts/notes.txt': 'no text',
  'resources/r.yaml': '- { id: crc, title: Convention, type: treaty }\n- { title: no id }\n',
};
const STAMPED = { ...FILES, 'drafts/20-b.md': '# B {#h-0000002}\n\nSecond. ^p-0000002\n' };

async function open(options: MemoryWorldOptions) {
  const world = memoryWorld(options);
  const { process, findings } = await loadProcess(world);
  if (process === undefined) throw new Error(JSON.stringify(findings));
  return { world, process };
}

function committed(
  files: Record<string, string>,
  more: Partial<RepositoryState> = {},
  prefix = '',
): MemoryWorldOptions {
  return { files, git: { commits: [{ files }], state: more, prefix } };
}

async function freeze(world: MemoryWorld, stageId: string) {
  const { process } = await loadProcess(world);
  if (process === undefined) throw new Error('no process');
  const planned = await planFreeze(world, { process, stageId, version: '0.1.0' });
  if (planned.plan !== undefined) await world.apply(planned.plan);
  return planned;
}

describe('the text as it stands', () => {
  it('has its sections in order of name, without translations and other files', async () => {
    const { world, process } = await open({ files: FILES });
    const { text, findings } = await readStage(world, process, 'working');
    expect(findings).toEqual([]);
    expect(text?.sections.map(({ file }) => file)).toEqual(['drafts/10-a.md', 'drafts/20-b.md']);
    expect(text?.sections[0]?.frontMatter).toEqual({ id: 'a', title: 'A' });
    expect(text?.resources.map(({ id }) => id)).toEqual(['crc']);
    const checks = text?.findings.map(({ check, severity }) => `${severity} ${check}`) ?? [];
    expect(checks).toContain('error resources/schema');
    expect(text?.sections[0]?.findings.map(({ check, severity }) => `${severity} ${check}`)).toEqual([
      'info text/foreign-key',
    ]);
    expect(text).toMatchObject({ id: 'working', dirty: false });
  });

  it('can be one file or an ordered list, and says what is not there', async () => {
    const at = (text: string) => open({ files: { ...FILES, 'penholder.yaml': `${PROCESS}text: ${text}\n` } });
    const one = await at('drafts/20-b.md');
    expect((await readStage(one.world, one.process, 'working')).text?.sections.map(({ file }) => file)).toEqual([
      'drafts/20-b.md',
    ]);
    const list = await at('[./drafts/20-b.md, drafts/10-a.md, gone.md]');
    const { text } = await readStage(list.world, list.process, 'working');
    expect(text?.sections.map(({ file }) => file)).toEqual(['drafts/20-b.md', 'drafts/10-a.md']);
    expect(text?.findings.filter(({ check }) => check === 'stages/no-text').map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
    const none = await at('nowhere');
    const read = await readStage(none.world, none.process, 'working');
    expect(read.text?.sections).toEqual([]);
    expect(read.text?.findings.find(({ check }) => check === 'stages/no-text')?.severity).toBe('error');
  });

  it('suggests the key that was meant', async () => {
    const { world, process } = await open({
      files: { ...FILES, 'drafts/10-a.md': '---\ntitel: A\nlead: 3\n---\nX\n' },
    });
    const [section] = (await readStage(world, process, 'working')).text?.sections ?? [];
    expect(section?.findings.map(({ check, place }) => `${place.line} ${check}`)).toEqual([
      '2 text/unknown-key',
      '3 text/front-matter',
    ]);
    expect(section?.findings[0]?.hint).toBe('Did you mean `title`?');
    expect(section?.frontMatter).toEqual({});
  });

  it('keeps a file that is no text or only a pointer out, and says so', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`;
    const { world, process } = await open({ files: { ...FILES, 'drafts/30.md': pointer, 'drafts/40.md': 'a\0b' } });
    const { text } = await readStage(world, process, 'working');
    expect(text?.sections.length).toBe(2);
    expect(text?.findings.map(({ check, place }) => `${place.file} ${check}`)).toEqual(
      expect.arrayContaining(['drafts/30.md workspace/lfs-pointer', 'drafts/40.md workspace/not-text']),
    );
  });
});

describe('a frozen stage', () => {
  it('is read from its tag and not from the folder', async () => {
    const { world, process } = await open({
      files: { 'penholder.yaml': PROCESS, 'drafts/10-a.md': 'New.\n' },
      git: { commits: [{ files: STAMPED, tags: ['zero-draft'] }, { files: { 'penholder.yaml': PROCESS } }] },
    });
    const { text, findings } = await readStage(world, process, 'zero');
    expect(findings).toEqual([]);
    expect(text?.sections.map(({ source }) => source)).toEqual([STAMPED['drafts/10-a.md'], STAMPED['drafts/20-b.md']]);
    expect(text?.frozen?.tag).toBe('zero-draft');
    expect(Buffer.from((await text?.asset('drafts/notes.txt')) ?? []).toString()).toBe('no text');
    expect(await text?.asset('nothing.png')).toBeUndefined();
  });

  it('has the process and the place of the text that it was frozen with, unless today’s process says where it was', async () => {
    const moved = { 'penholder.yaml': `${PROCESS}text: old\n`, 'old/1.md': 'Old.\n', 'other/1.md': 'Other.\n' };
    const history = { commits: [{ files: moved, tags: ['zero-draft'] }] };
    const first = await open({ files: FILES, git: history });
    const read = await readStage(first.world, first.process, 'zero');
    expect(read.text?.sections.map(({ file }) => file)).toEqual(['old/1.md']);
    const told = PROCESS.replace('title: Zero draft', 'title: Zero draft, text: other');
    const second = await open({ files: { ...FILES, 'penholder.yaml': told }, git: history });
    expect((await readStage(second.world, second.process, 'zero')).text?.sections.map(({ file }) => file)).toEqual([
      'other/1.md',
    ]);
    const broken = await open({
      files: FILES,
      git: { commits: [{ files: { ...STAMPED, 'penholder.yaml': 'title: [' }, tags: ['zero-draft'] }] },
    });
    const old = (await readStage(broken.world, broken.process, 'zero')).text;
    expect(old?.findings[0]?.check).toBe('stages/old-process');
    expect(old?.sections.length).toBe(2);
  });

  it('is the latest of its freezes; a version number is no second freeze', async () => {
    const again = { name: 'zero-draft.2', message: 'Zero draft\n\nStage: zero\n' };
    const commits = [
      { files: STAMPED, tags: ['zero-draft'] },
      { files: { ...STAMPED, 'drafts/10-a.md': 'Again.\n' }, tags: [again] },
      { files: { ...STAMPED, 'drafts/10-a.md': 'Version.\n' }, tags: ['zero-draft.3'] },
    ];
    const { world, process } = await open({ files: STAMPED, git: { commits } });
    const { text } = await readStage(world, process, 'zero');
    expect(text?.frozen?.tag).toBe('zero-draft.2');
    expect(text?.sections[0]?.source).toBe('Again.\n');
  });

  it('is found below the root of its repository', async () => {
    const history = { commits: [{ files: STAMPED, tags: ['notes/one/zero-draft'] }], prefix: 'notes/one/' };
    const { world, process } = await open({ files: FILES, git: history });
    expect((await readStage(world, process, 'zero')).text?.sections.map(({ file }) => file)).toEqual([
      'drafts/10-a.md',
      'drafts/20-b.md',
    ]);
    expect((await readStage(world, process, 'HEAD')).text?.sections.length).toBe(2);
    const bare = await open({ files: FILES, git: { ...history, commits: [{ files: STAMPED, tags: ['zero-draft'] }] } });
    expect((await readStage(bare.world, bare.process, 'zero')).text?.sections.length).toBe(2);
  });

  it('is frozen under a name that git allows, whatever the folder is called', async () => {
    const files = { ...STAMPED, 'resources/r.yaml': '[]' };
    const { world } = await open(committed(files, {}, 'my notes/..odd~ name.lock/'));
    expect((await freeze(world, 'zero')).tag).toBe('my-notes/odd-name/zero-draft');
  });

  it.each([
    ['none', undefined, 'git init'],
    ['empty', { commits: [] }, 'git commit'],
    ['no-git', { commits: [], state: { kind: 'no-git' as const } }, 'git-scm.com'],
    ['unsafe', { commits: [], state: { kind: 'unsafe' as const } }, 'safe.directory'],
    ['ready', { commits: [{ files: FILES }] }, 'git fetch --tags'],
    ['ready', { commits: [{ files: FILES }], state: { shallow: true } }, 'git fetch --unshallow --tags'],
  ])('says what helps where it can not be had (%s)', async (_kind, git, hint) => {
    const { world, process } = await open({ files: FILES, ...(git === undefined ? {} : { git }) });
    const { text, findings } = await readStage(world, process, 'zero');
    expect(text).toBeUndefined();
    expect(findings[0]?.hint).toContain(hint);
  });

  it('suggests the stage that was meant', async () => {
    const { world, process } = await open(committed(FILES));
    expect((await readStage(world, process, 'zreo')).findings[0]?.message).toContain('Did you mean "zero"?');
    expect((await readStage(world, process, '--output=x')).findings[0]?.check).toBe('stages/unknown');
  });
});

describe('freezing', () => {
  it('puts an annotated tag on the commit, which can be verified', async () => {
    const { world, process } = await open(committed({ ...STAMPED, 'resources/r.yaml': '[]' }));
    const planned = await freeze(world, 'zero');
    expect(planned.findings).toEqual([]);
    const { text } = await readStage(world, process, 'zero');
    expect(text?.frozen?.trailers).toMatchObject({ Stage: 'zero', Penholder: '0.1.0' });
    const state = await world.git.state();
    if (text?.frozen === undefined) throw new Error('not frozen');
    expect(await verifyFreeze(world, text.frozen, { state, process })).toBe(true);
    const forged = { ...text.frozen, trailers: { ...text.frozen.trailers, 'Content-SHA256': '0'.repeat(64) } };
    expect(await verifyFreeze(world, forged, { state, process })).toBe(false);
    expect(await verifyFreeze(world, { ...text.frozen, trailers: {} }, { state, process })).toBeUndefined();
  });

  it('does nothing twice, and never changes a frozen stage', async () => {
    const files = { ...STAMPED, 'resources/r.yaml': '[]' };
    const { world } = await open(committed(files));
    await freeze(world, 'zero');
    const same = await freeze(world, 'zero');
    expect(same.plan).toBeUndefined();
    expect(same.findings.map(({ check }) => check)).toEqual(['stages/already-frozen']);
    const change = { path: 'drafts/10-a.md', bytes: Buffer.from('Changed. ^p-0000001\n'), mode: 'replace' as const };
    await world.apply({
      writes: [change],
      renames: [],
      deletes: [],
      tags: [],
      commit: { message: 'Change', paths: ['.'] },
    });
    const second = await freeze(world, 'zero');
    expect(second.tag).toBe('zero-draft.2');
    await world.apply({
      writes: [{ ...change, bytes: Buffer.from('Third. ^p-0000001\n') }],
      renames: [],
      deletes: [],
      tags: [],
      commit: { message: 'Change', paths: ['.'] },
    });
    expect((await freeze(world, 'zero')).tag).toBe('zero-draft.3');
    expect((await world.git.tags()).map(({ name }) => name)).toEqual(['zero-draft', 'zero-draft.2', 'zero-draft.3']);
  });

  it('tells everything that is missing at once', async () => {
    const files = { 'penholder.yaml': PROCESS, 'drafts/10.md': 'No id.\n\n[Maybe]{.bracket by="x"} so. ^p-0000001\n' };
    const { world, process } = await open({
      ...committed(files, { identity: false, shallow: true }),
      files: { ...files, 'drafts/20.md': 'New.' },
    });
    const planned = await planFreeze(world, { process, stageId: 'final', version: '1' });
    expect(planned.plan).toBeUndefined();
    expect(planned.findings.map(({ check, severity }) => `${severity} ${check}`)).toEqual(
      expect.arrayContaining([
        'error stages/no-identity',
        'warning stages/shallow',
        'error stages/uncommitted',
        'error stages/unstamped',
        'error stages/open-bracket',
      ]),
    );
    const zero = await planFreeze(world, { process, stageId: 'zero', version: '1' });
    expect(zero.findings.map(({ check }) => check)).not.toContain('stages/open-bracket');
  });

  it('freezes what is committed, whatever else has changed', async () => {
    const files = { ...STAMPED, 'resources/r.yaml': '[]' };
    const { world } = await open({ ...committed(files), files: { ...files, 'consultations/first/a.md': 'x' } });
    expect((await freeze(world, 'zero')).plan).toBeDefined();
  });

  it('refuses where there is nothing to freeze', async () => {
    const { world, process } = await open(committed({ 'penholder.yaml': PROCESS }));
    const { findings } = await planFreeze(world, { process, stageId: 'zero', version: '1' });
    expect(findings.map(({ check }) => check)).toContain('stages/empty');
    expect((await planFreeze(world, { process, stageId: 'nope', version: '1' })).findings[0]?.check).toBe(
      'stages/unknown',
    );
  });
});
