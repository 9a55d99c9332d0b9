import { describe, expect, test } from 'vitest';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { ListedFile, World } from '../../../src/io/world.ts';
import { readFiles } from '../../../src/workspace/cached-reading.ts';

interface Counted {
  readonly world: World;
  readonly opened: string[];
}

function counting(files: Readonly<Record<string, string>>): Counted {
  const world = memoryWorld({ files });
  const opened: string[] = [];
  const read: World['read'] = (path) => {
    opened.push(path);
    return world.read(path);
  };
  return { world: { ...world, read }, opened };
}

function listed(path: string, stamp: string): ListedFile {
  return { path, size: 1, stamp };
}

const READER = {
  kind: 'lines',
  load: async () => (source: string, file: string) => ({ file, first: source.split('\n')[0], findings: [] }),
  unread: () => ({ findings: [] }),
};

describe('readFiles', () => {
  test('does not open a file whose stamp is that of last time', async () => {
    const { world, opened } = counting({ 'a.md': 'One\n' });
    const first = await readFiles(world, [listed('a.md', 's1')], READER);
    const second = await readFiles(world, [listed('a.md', 's1')], READER);
    expect([second, opened]).toEqual([first, ['a.md']]);
  });

  test('opens it again when the stamp is another one', async () => {
    const { world, opened } = counting({ 'a.md': 'One\n' });
    await readFiles(world, [listed('a.md', 's1')], READER);
    await readFiles(world, [listed('a.md', 's2')], READER);
    expect(opened).toEqual(['a.md', 'a.md']);
  });

  test('reads anew what depends on something that changed', async () => {
    const { world, opened } = counting({ 'a.md': 'One\n' });
    await readFiles(world, [listed('a.md', 's1')], { ...READER, depends: 'p1' });
    await readFiles(world, [listed('a.md', 's1')], { ...READER, depends: 'p2' });
    expect(opened).toEqual(['a.md', 'a.md']);
  });

  test('opens files that are named without a stamp', async () => {
    const { world, opened } = counting({ 'a.md': 'One\n' });
    await readFiles(world, ['a.md'], READER);
    await readFiles(world, ['a.md'], READER);
    expect(opened).toHaveLength(2);
  });
});
