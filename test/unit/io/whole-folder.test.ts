import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFree, makeWhole } from '../../../src/io/whole-folder.ts';
import { fill, temporaryFolder } from './temporary.ts';

const FILES = { 'a.md': 'a', 'drafts/b.md': 'b', '.git/HEAD': 'ref' };

function making(caller: string, seen: string[] = []) {
  return {
    caller,
    label: 'sample',
    build: async (folder: string) => {
      seen.push(folder);
      fill(folder, FILES);
    },
  };
}

const names = (folder: string) => readdirSync(folder).sort();

describe('a folder made whole', () => {
  it.each([
    ['missing', 'new', false],
    ['missing, with folders above it', 'one/two/new', false],
    ['empty', 'new', true],
  ])('takes its place where it is %s, and leaves nothing beside it', async (_, name, exists) => {
    const root = temporaryFolder();
    const target = join(root, name);
    if (exists) mkdirSync(target);
    const seen: string[] = [];
    expect(await makeWhole(target, making(root, seen))).toBe('made');
    expect(seen[0]?.startsWith(`${target}/`)).toBe(false);
    expect(names(target)).toEqual(['.git', 'a.md', 'drafts']);
    expect(names(join(target, '..'))).toEqual(['new']);
  });

  it('fills the folder somebody stands in, which stays the folder it is', async () => {
    const root = temporaryFolder();
    const seen: string[] = [];
    expect(await makeWhole(root, making(root, seen))).toBe('made');
    expect(seen[0]?.startsWith(`${root}/.penholder-init/`)).toBe(true);
    expect(names(root)).toEqual(['.git', 'a.md', 'drafts']);
  });

  it('overwrites nothing', async () => {
    const root = temporaryFolder();
    fill(root, { 'new/mine.md': 'mine' });
    await expect(makeWhole(join(root, 'new'), making(root))).rejects.toThrow(/not empty, and nothing is ever/u);
    expect(names(root)).toEqual(['new']);
    expect(names(join(root, 'new'))).toEqual(['mine.md']);
    expect(await isFree(join(root, 'new'))).toBe(false);
  });

  it.each([['new'], ['.']])('leaves nothing behind when building %s fails', async (name) => {
    const root = temporaryFolder();
    const build = async (folder: string) => {
      fill(folder, FILES);
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    await expect(makeWhole(join(root, name), { caller: root, label: 'sample', build })).rejects.toThrow(
      /disk is full/u,
    );
    expect(names(root)).toEqual([]);
  });

  it('touches nothing of that name which somebody else put there', async () => {
    const root = temporaryFolder();
    fill(root, { '.new.penholder-init/workspace/x': 'x', '.new.penholder-init/made-here': '1 2 3' });
    await expect(makeWhole(join(root, 'new'), making(root))).rejects.toThrow(/in the way/u);
    expect(readFileSync(join(root, '.new.penholder-init/workspace/x'), 'utf8')).toBe('x');
    expect(existsSync(join(root, 'new'))).toBe(false);
  });

  it('lets two commands at once make it once', async () => {
    const root = temporaryFolder();
    const target = join(root, 'new');
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => makeWhole(target, making(root))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/not empty/u);
    }
    expect(names(root)).toEqual(['new']);
  });

  it('builds again what was left of something else, or of a start that was never finished', async () => {
    const root = temporaryFolder();
    const target = join(root, 'new');
    let left = '';
    const stop = async (folder: string) => {
      left = join(folder, '..');
      writeFileSync(join(folder, 'half.md'), 'half');
      throw new Error('stop');
    };
    await expect(makeWhole(target, { caller: root, label: 'sample', build: stop })).rejects.toThrow('stop');
    mkdirSync(left);
    expect(await makeWhole(target, making(root))).toBe('made');
    expect(names(target)).toEqual(['.git', 'a.md', 'drafts']);
    expect(names(root)).toEqual(['new']);
  });
});
