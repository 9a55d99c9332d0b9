import { chmodSync, existsSync, mkdirSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { nodeWorld } from '../../../src/io/node-world.ts';
import type { World } from '../../../src/io/world.ts';
import { fill, git, repository, temporaryFolder, worldOn } from './temporary.ts';

async function textAt(world: World, commit: string, path: string): Promise<string | undefined> {
  const entry = (await world.git.tree(commit)).find((one) => one.path === path);
  const bytes = entry === undefined ? undefined : (await world.git.blobs([entry.id])).get(entry.id);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

describe('reading git', () => {
  it('reads trees and contents, whatever the names', async () => {
    const names = [
      'a b.md',
      'caf\u00e9.md',
      'cafe\u0301.md',
      'tab\there.md',
      'line\nend.md',
      '"quoted".md',
      '文.md',
      'deep/er/x.md',
    ];
    const root = repository(Object.fromEntries(names.map((name) => [name, `text of ${name}`])));
    const world = worldOn(root);
    const head = (await world.git.resolve('HEAD')) ?? '';
    const tree = await world.git.tree(head);
    expect(new Set(tree.map(({ path }) => path))).toEqual(new Set(names));
    for (const name of names) expect(await textAt(world, head, name)).toBe(`text of ${name}`);
    expect((await world.git.tree(head, 'deep/')).map(({ path }) => path)).toEqual(['deep/er/x.md']);
    expect(await world.git.tree(head, 'nowhere')).toEqual([]);
    expect(await world.git.changed()).toEqual([]);
  });

  it('reads bytes as they are, large ones too', async () => {
    const large = Buffer.alloc(3_000_000, 'abc\r\n\0');
    const root = repository({ 'large.bin': large, 'empty.md': '' });
    const world = worldOn(root);
    const tree = await world.git.tree((await world.git.resolve('HEAD')) ?? '');
    const blobs = await world.git.blobs(tree.map(({ id }) => id));
    expect(
      tree.map(({ id }) =>
        Buffer.compare(Buffer.from(blobs.get(id) ?? []), tree[0]?.id === id ? Buffer.alloc(0) : large),
      ),
    ).toEqual([0, 0]);
    expect((await world.git.blobs(['0'.repeat(40), 'HEAD', '--help'])).size).toBe(0);
  });

  it('knows the state of the repository', async () => {
    const none = temporaryFolder();
    expect((await worldOn(none).git.state()).kind).toBe('none');
    git(none, 'init', '-q', '-b', 'main');
    expect(await worldOn(none).git.state()).toMatchObject({ kind: 'empty', branch: 'main' });
    const root = repository({ 'sub/dir/a.md': 'a' });
    const state = await worldOn(join(root, 'sub/dir')).git.state();
    expect(state).toMatchObject({ kind: 'ready', prefix: 'sub/dir/', branch: 'main', shallow: false, identity: true });
    expect(state.headDate).toBe('2022-09-01T12:00:00+02:00');
    git(root, 'checkout', '-q', '--detach');
    expect((await worldOn(root, { identity: false }).git.state()).branch).toBeUndefined();
    expect((await worldOn(root, { identity: false }).git.state()).identity).toBe(false);
    const shallow = join(temporaryFolder(), 'shallow');
    fill(root, { 'b.md': 'b' });
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'Second');
    git(root, 'clone', '-q', '--depth', '1', `file://${root}`, shallow);
    expect((await worldOn(shallow).git.state()).shallow).toBe(true);
    const head = (await worldOn(shallow).git.resolve('HEAD')) ?? '';
    expect((await worldOn(shallow).git.log(undefined, head)).map(({ subject, paths }) => [subject, paths])).toEqual([
      ['Second', []],
    ]);
    const path = temporaryFolder();
    expect((await nodeWorld({ root, callerFolder: root, env: { PATH: path } }).git.state()).kind).toBe('no-git');
  });

  it('reads tags, with the messages of annotated ones, and follows tags of tags', async () => {
    const root = repository({ 'a.md': 'a' });
    git(root, 'tag', 'light');
    git(root, 'tag', '-a', 'zero-draft', '-m', 'Zero draft\n\nStage: zero');
    git(root, 'tag', '-a', 'of-a-tag', 'zero-draft', '-m', 'Again');
    git(root, 'tag', 'blob', git(root, 'rev-parse', 'HEAD:a.md').trim());
    const head = git(root, 'rev-parse', 'HEAD').trim();
    expect(await worldOn(root).git.tags()).toEqual([
      { name: 'light', commit: head, date: '2022-09-01T12:00:00+02:00', message: '' },
      { name: 'of-a-tag', commit: head, date: '2022-09-01T12:00:00+02:00', message: 'Again\n' },
      { name: 'zero-draft', commit: head, date: '2022-09-01T12:00:00+02:00', message: 'Zero draft\n\nStage: zero\n' },
    ]);
  });

  it('tells what changed, and in which commit', async () => {
    const root = repository({ 'drafts/a.md': 'a\n', 'drafts/b.md': 'b\n', 'other.txt': 'o', '.gitignore': 'build/\n' });
    const first = git(root, 'rev-parse', 'HEAD').trim();
    fill(root, { 'drafts/a.md': 'a2\n' });
    git(root, 'commit', '-q', '-am', 'Change a\n\nBecause.');
    fill(root, { 'other.txt': 'o2' });
    git(root, 'commit', '-q', '-am', 'Change other');
    const world = worldOn(root);
    const head = (await world.git.resolve('HEAD')) ?? '';
    const log = await world.git.log(first, head, 'drafts');
    expect(log.map(({ subject, body, paths }) => ({ subject, body, paths }))).toEqual([
      { subject: 'Change a', body: 'Because.', paths: ['drafts/a.md'] },
    ]);
    const below = worldOn(join(root, 'drafts'));
    expect((await below.git.log(first, head, 'drafts/')).length).toBe(1);
    fill(root, { 'drafts/b.md': 'b2\n', 'new.md': 'n', 'build/x.pdf': 'x' });
    unlinkSync(join(root, 'other.txt'));
    expect(await world.git.changed()).toEqual(['drafts/b.md', 'new.md', 'other.txt']);
    expect(await below.git.changed()).toEqual(['b.md']);
  });

  it('does not take line ends or links for changes', async () => {
    const root = repository({ 'a.md': 'one\ntwo\n', 'to.md': 'x' });
    symlinkSync('to.md', join(root, 'link.md'));
    git(root, 'add', '-A');
    git(root, 'commit', '-q', '-m', 'Link');
    writeFileSync(join(root, 'a.md'), 'one\r\ntwo\r\n');
    expect(await worldOn(root).git.changed()).toEqual([]);
  });

  it('resolves nothing but commits, and names that look like flags do no harm', async () => {
    const root = repository({ 'a.md': 'a' });
    const head = git(root, 'rev-parse', 'HEAD').trim();
    git(root, 'update-ref', 'refs/tags/--output=pwned', head);
    const world = worldOn(root);
    expect(await world.git.resolve('--output=pwned')).toBe(head);
    expect(await world.git.resolve('refs/tags/--output=pwned')).toBe(head);
    for (const name of ['--help', '-h', '', 'HEAD:a.md', 'nothing', 'x\ny', '--all']) {
      expect(await world.git.resolve(name), name).toBeUndefined();
    }
    expect((await world.git.tags()).map(({ name }) => name)).toEqual(['--output=pwned']);
    expect(await world.git.log('--output=pwned', head)).toEqual([]);
    expect(existsSync(join(root, 'pwned'))).toBe(false);
  });

  it('runs nothing that a repository names, reading or writing', async () => {
    const root = repository({ 'a.md': 'text\n', 'b.md': 'text\n' });
    const mark = join(temporaryFolder(), 'pwned');
    const script = join(temporaryFolder(), 'evil.sh');
    fill(join(script, '..'), { 'evil.sh': `#!/bin/sh\necho "$0 $@" >> ${mark}\ncat\n` });
    chmodSync(script, 0o755);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.editor',
      'core.sshCommand',
      'gpg.program',
      'diff.external',
      'diff.x.textconv',
      'diff.x.command',
      'filter.x.clean',
      'filter.x.smudge',
      'filter.x.process',
      'credential.helper',
      'core.askPass',
      'uploadpack.packObjectsHook',
      'sequence.editor',
      'trailer.x.command',
    ]) {
      git(root, 'config', key, script);
    }
    for (const key of ['commit.gpgSign', 'tag.gpgSign', 'log.showSignature']) git(root, 'config', key, 'true');
    for (const hook of [
      'pre-commit',
      'post-commit',
      'post-index-change',
      'reference-transaction',
      'commit-msg',
      'post-rewrite',
      'pre-auto-gc',
    ]) {
      mkdirSync(join(root, '.git/hooks'), { recursive: true });
      writeFileSync(join(root, '.git/hooks', hook), `#!/bin/sh\necho ${hook} >> ${mark}\n`, { mode: 0o755 });
    }
    fill(root, { '.gitattributes': '* filter=x diff=x\n', 'a.md': 'TEXT\n' });
    // The same size and time as in the index: git itself would have to read the file through the filter.
    utimesSync(join(root, 'b.md'), 0, 0);
    const world = worldOn(root);
    await world.git.state();
    expect(await world.git.changed()).toEqual(['.gitattributes', 'a.md']);
    const head = (await world.git.resolve('HEAD')) ?? '';
    await world.git.log(undefined, head, 'a.md');
    await world.git.tags();
    const plan = {
      writes: [{ path: 'c.md', bytes: Buffer.from('c'), mode: 'new' as const }],
      renames: [],
      deletes: [],
    };
    await world.apply({
      ...plan,
      commit: { message: 'x', paths: ['.'] },
      tags: [{ name: 't', target: 'HEAD', message: 'T' }],
    });
    expect(await textAt(world, (await world.git.resolve('t')) ?? '', 'a.md')).toBe('TEXT\n');
    expect(existsSync(mark)).toBe(false);
    // The trap is set: git as people run it does step into it.
    git(root, 'status');
    expect(existsSync(mark)).toBe(true);
  });

  it('does not listen to GIT_ variables that could lead elsewhere', async () => {
    const root = repository({ 'a.md': 'a' });
    const other = repository({ 'secret.md': 's' });
    const env = {
      PATH: process.env.PATH,
      HOME: root,
      GIT_DIR: join(other, '.git'),
      GIT_WORK_TREE: other,
      GIT_EXTERNAL_DIFF: '/bin/false',
    };
    const world = nodeWorld({ root, callerFolder: root, env });
    const tree = await world.git.tree((await world.git.resolve('HEAD')) ?? '');
    expect(tree.map(({ path }) => path)).toEqual(['a.md']);
    await world.close();
  });
});

describe('git in memory', () => {
  it('gives the ids that git gives', async () => {
    const files = { 'drafts/10.md': '# One\n', 'drafts.txt': 'x', 'a/b/c.md': 'c' };
    const root = repository(files);
    const author = { name: 'A. Drafter', email: 'drafter@example.org', date: '2022-09-01T12:00:00+02:00' };
    const memory = memoryWorld({ files, git: { commits: [{ files, message: 'First', author, tags: ['v1'] }] } });
    const head = git(root, 'rev-parse', 'HEAD').trim();
    expect(await memory.git.resolve('v1')).toBe(head);
    expect(await memory.git.tree(head)).toEqual(await worldOn(root).git.tree(head));
    expect(await memory.git.changed()).toEqual([]);
    const { commit } = await memory.apply({
      writes: [{ path: 'drafts/20.md', bytes: Buffer.from('two'), mode: 'new' }],
      renames: [{ from: 'drafts.txt', to: 'moved.txt' }],
      deletes: ['a/b/c.md'],
      commit: { message: 'Second', paths: ['.'], author },
      tags: [{ name: 'v2', target: 'HEAD', message: 'Two' }],
    });
    expect((await memory.git.log(head, commit ?? '')).map(({ paths }) => paths)).toEqual([
      ['a/b/c.md', 'drafts.txt', 'drafts/20.md', 'moved.txt'],
    ]);
    expect(Object.keys(memory.files())).toEqual(['drafts/10.md', 'drafts/20.md', 'moved.txt']);
  });
});
