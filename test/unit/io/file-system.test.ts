import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill, temporaryFolder, worldOn } from './temporary.ts';

describe('reading a workspace', () => {
  it('lists regular files in code-point order, at any depth, and leaves private folders out', async () => {
    const root = temporaryFolder();
    fill(root, {
      'b.md': '',
      'a/z.md': '',
      'a.md': '',
      'a/y/x.md': '',
      '.git/x': '',
      '.penholder/x': '',
      'node_modules/x/y.md': '',
      '\u{1f600}.md': '',
      '\uff5e.md': '',
    });
    const world = worldOn(root);
    expect((await world.list('')).map(({ path }) => path)).toEqual([
      'a.md',
      'a/y/x.md',
      'a/z.md',
      'b.md',
      '\uff5e.md',
      '\u{1f600}.md',
    ]);
    expect((await world.list('a/')).map(({ path }) => path)).toEqual(['a/y/x.md', 'a/z.md']);
    expect(await world.list('nowhere')).toEqual([]);
    expect(await world.list('../')).toEqual([]);
  });

  it('follows no link out of the workspace, and says which there are', async () => {
    const root = temporaryFolder();
    const outside = temporaryFolder();
    fill(outside, { 'secret.md': 'secret', 'folder/s.md': 'secret' });
    fill(root, { 'in.md': 'in', 'deep/x.md': 'x' });
    symlinkSync(join(outside, 'secret.md'), join(root, 'deep/leak.md'));
    symlinkSync(join(outside, 'folder'), join(root, 'folder'));
    symlinkSync('../in.md', join(root, 'deep/alias.md'));
    symlinkSync('nowhere', join(root, 'deep/broken.md'));
    symlinkSync('.', join(root, 'loop'));
    const world = worldOn(root);
    expect((await world.list('deep')).map(({ path }) => path)).toEqual(['deep/alias.md', 'deep/x.md']);
    expect(await world.linksOutside('')).toEqual(['deep/broken.md', 'deep/leak.md', 'folder']);
    expect(await world.linksOutside('folder')).toEqual(['folder']);
    for (const path of [
      'deep/leak.md',
      'folder/s.md',
      '../x',
      `../${outside.split('/').at(-1)}/secret.md`,
      join(outside, 'secret.md'),
      'deep/broken.md',
      'a\0b',
    ]) {
      expect(await world.read(path), path).toBeUndefined();
    }
    expect(Buffer.from((await world.read('deep/alias.md')) ?? []).toString()).toBe('in');
  });

  it('reads a workspace that is reached through a link', async () => {
    const root = temporaryFolder();
    fill(root, { 'real/a.md': 'a' });
    symlinkSync('real', join(root, 'link'));
    expect(Buffer.from((await worldOn(join(root, 'link')).read('a.md')) ?? []).toString()).toBe('a');
  });

  it('finds a name in whichever form the disk has it', async () => {
    const root = temporaryFolder();
    fill(root, { 'cafe\u0301.md': 'decomposed' });
    expect(Buffer.from((await worldOn(root).read('caf\u00e9.md')) ?? []).toString()).toBe('decomposed');
  });

  it('does not wait for a pipe, and takes folders for no files', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'folder.md'));
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', join(root, 'pipe.md')]);
    const world = worldOn(root);
    expect(await world.read('folder.md')).toBeUndefined();
    expect(await world.read('pipe.md')).toBeUndefined();
    expect(await world.list('')).toEqual([]);
  });

  it('finds shipped files, and none outside the package', async () => {
    const world = worldOn(temporaryFolder());
    expect(await world.asset('templates/workspace/gitignore')).toBeDefined();
    expect(await world.asset('workspace/gitignore')).toBeDefined();
    expect(await world.assets('templates/workspace')).toContain('templates/workspace/penholder.yaml');
    expect(await world.asset('../package.json')).toBeUndefined();
    expect(await world.asset('package.json')).toBeUndefined();
    expect((await world.assets('fonts-sc')).every((path) => path.startsWith('fonts-sc/'))).toBe(true);
  });
});

describe('the cache', () => {
  it('gives back what was kept, in the next run too', async () => {
    const root = temporaryFolder();
    const world = worldOn(root);
    world.cache.set('sections', 'key', { a: [1, 'ü\n'] });
    world.cache.set('sections', 'bad\tkey', 1);
    expect(await world.cache.get('sections', 'key')).toEqual({ a: [1, 'ü\n'] });
    await world.cache.save();
    expect(existsSync(join(root, '.penholder/cache/sections.jsonl'))).toBe(true);
    // The same program: the cache names it, and from sources each process is another one, so ask in the same process.
    expect(await world.cache.get('sections', 'key')).toEqual({ a: [1, 'ü\n'] });
    expect(await worldOn(root).cache.get('sections', 'other')).toBeUndefined();
  });

  it('is ignored when damaged, of another program, or brought along by a stranger', async () => {
    const { fileCache } = await import('../../../src/io/cache.ts');
    const root = temporaryFolder();
    const open = (program: string) =>
      fileCache(
        async () => root,
        () => program,
      );
    const first = open('1');
    first.set('k', 'a', 'A');
    first.set('k', 'b', 'B');
    await first.save();
    const file = join(root, '.penholder/cache/k.jsonl');
    expect(await open('1').get('k', 'a')).toBe('A');
    expect(await open('2').get('k', 'a')).toBeUndefined();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"A"', '"X"'));
    expect(await open('1').get('k', 'a')).toBeUndefined();
    expect(await open('1').get('k', 'b')).toBe('B');
    for (const damaged of ['', '\n\n', text.slice(0, 30), '\0'.repeat(50), text.replaceAll('\t', ' ')]) {
      writeFileSync(file, damaged);
      expect(await open('1').get('k', 'b'), JSON.stringify(damaged.slice(0, 10))).toBeUndefined();
    }
    writeFileSync(file, text);
    const copy = temporaryFolder();
    for (const name of ['cache/k.jsonl', 'made-here', '.gitignore']) {
      fill(copy, { [`.penholder/${name}`]: readFileSync(join(root, '.penholder', name)) });
    }
    expect(
      await fileCache(
        async () => copy,
        () => '1',
      ).get('k', 'b'),
    ).toBeUndefined();
  });

  it('drops what nobody has asked for in many runs', async () => {
    const { fileCache } = await import('../../../src/io/cache.ts');
    const root = temporaryFolder();
    for (let run = 0; run < 34; run += 1) {
      const cache = fileCache(
        async () => root,
        () => '1',
      );
      cache.set('k', `only-${run}`, run);
      cache.set('k', 'always', run);
      if (run < 30) await cache.get('k', 'only-0');
      await cache.save();
    }
    const last = fileCache(
      async () => root,
      () => '1',
    );
    expect(await last.get('k', 'always')).toBe(33);
    expect(await last.get('k', 'only-0')).toBe(0);
    expect(await last.get('k', 'only-1')).toBeUndefined();
    expect(await last.get('k', 'only-20')).toBe(20);
  });
});
