import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../../../src/io/node-world.ts';
import { temporaryFolder } from './temporary.ts';

const PERSON = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@b.example',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@b.example',
};
const ENV = { PATH: process.env.PATH ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', ...PERSON };

function repository(...format: string[]) {
  const root = temporaryFolder();
  const git = (...args: string[]): string => execFileSync('git', ['-C', root, ...args], { env: ENV, encoding: 'utf8' });
  git('init', '-q', '-b', 'main', ...format);
  const write = (path: string, text: string): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const world = (more: Record<string, string> = {}) =>
    nodeWorld({ root, callerFolder: root, env: { ...ENV, ...more } });
  return { root, git, write, world };
}

describe('what is staged', () => {
  it('is what differs from HEAD in the index, deleted files left out, and before the first commit all of it', async () => {
    const { git, write, world } = repository();
    write('a.md', 'one');
    git('add', '-A');
    expect((await world().git.staged()).map(({ path }) => path)).toEqual(['a.md']);
    git('commit', '-qm', 'one');
    write('a.md', 'two');
    write('ä b.md', 'new');
    git('add', 'ä b.md');
    expect((await world().git.staged()).map(({ path }) => path)).toEqual(['ä b.md']);
    git('rm', '-q', '--cached', 'a.md');
    expect((await world().git.staged()).map(({ path }) => path)).toEqual(['ä b.md']);
  });

  it('is read from the index that git names to its hooks', async () => {
    const { root, git, write, world } = repository();
    write('a.md', 'one');
    git('add', 'a.md');
    git('commit', '-qm', 'one');
    write('b.md', 'other');
    execFileSync('git', ['-C', root, 'add', 'b.md'], { env: { ...ENV, GIT_INDEX_FILE: join(root, '.git/other') } });
    expect(await world().git.staged()).toEqual([]);
    const named = await world({ GIT_INDEX_FILE: '.git/other' }).git.staged();
    expect(named.map(({ path }) => path)).toContain('b.md');
  });
});

describe('what cannot be read', () => {
  it('is an error and never an empty answer', async () => {
    const { root, git, write, world } = repository();
    write('a.md', 'one');
    git('add', '-A');
    git('commit', '-qm', 'one');
    const tree = git('rev-parse', 'HEAD^{tree}').trim();
    rmSync(join(root, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    await expect(world().git.history()).rejects.toThrow(/git/u);
    writeFileSync(join(root, '.git/index'), 'no index');
    await expect(world().git.staged()).rejects.toThrow(/git/u);
  });

  it('is nothing where objects have longer ids', async () => {
    const { git, write, world } = repository('--object-format=sha256');
    write('a.md', 'one');
    git('add', '-A');
    expect((await world().git.staged()).map(({ path }) => path)).toEqual(['a.md']);
  });
});

describe('history', () => {
  it('has every version on every branch, and what only the reflog still knows', async () => {
    const { git, write, world } = repository();
    write('a.md', 'one');
    git('add', '-A');
    git('commit', '-qm', 'one');
    git('switch', '-qc', 'side');
    write('a.md', 'side');
    git('commit', '-qam', 'side');
    git('switch', '-q', 'main');
    write('secret.md', 'slip');
    git('add', '-A');
    git('commit', '-qm', 'slip of a@b.example');
    git('reset', '-q', '--hard', 'HEAD~1');
    const { git: read } = world();
    const files = await read.history();
    expect(files.map(({ path }) => path).sort()).toEqual(['a.md', 'a.md', 'secret.md']);
    const contents = await read.blobs(files.map(({ id }) => id));
    expect([...contents.values()].map((bytes) => Buffer.from(bytes).toString()).sort()).toEqual([
      'one',
      'side',
      'slip',
    ]);
    const slip = files.find(({ path }) => path === 'secret.md')?.commit ?? '';
    expect(await read.refsWith(slip)).toEqual([]);
    expect(await read.messages([slip])).toEqual([{ commit: slip, message: 'slip of a@b.example\n' }]);
    const first = files.find(({ path, commit }) => path === 'a.md' && commit !== slip)?.commit ?? '';
    expect(await read.refsWith(first)).toContain('side');
  });
});

describe('the hook', () => {
  it('is executable, keeps what was there, and tells of a folder of hooks that is not ours', async () => {
    const { root, git, write, world } = repository();
    write('.git/hooks/pre-commit', 'old');
    const { git: own } = world();
    expect((await own.hook())?.text).toBe('old');
    await own.writeHook('#!/bin/sh\nexit 0\n', 'pre-commit.old');
    expect(readFileSync(join(root, '.git/hooks/pre-commit.old'), 'utf8')).toBe('old');
    expect(statSync(join(root, '.git/hooks/pre-commit')).mode & 0o111).toBe(0o111);
    await expect(own.writeHook('#!/bin/sh\nexit 1\n', 'pre-commit.old')).rejects.toThrow(/pre-commit\.old/u);
    expect(readFileSync(join(root, '.git/hooks/pre-commit.old'), 'utf8')).toBe('old');
    git('config', 'core.hooksPath', '.husky');
    expect((await world().git.hook())?.configured).toBe('.husky');
  });
});
