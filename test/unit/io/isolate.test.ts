import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder, worldOn } from './temporary.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
let folder = '';
let worker = '';
let real = '';

const TEST_WORKER = `
import { serveTasks } from ${JSON.stringify(join(ROOT, 'src/io/isolate.ts'))};
const hold = [];
serveTasks({
  double: async (input) => input * 2,
  fail: async () => { throw new Error('no good'); },
  hang: async () => { for (;;); },
  fill: async () => { for (;;) hold.push(new Array(100_000).fill({})); },
});
`;

beforeAll(async () => {
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'build', 'worker-'));
  const options = { bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' } as const;
  worker = join(folder, 'test.mjs');
  await build({ ...options, stdin: { contents: TEST_WORKER, resolveDir: ROOT, loader: 'ts' }, outfile: worker });
  real = join(folder, 'worker.mjs');
  await build({ ...options, entryPoints: [join(ROOT, 'src/worker.ts')], outfile: real });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('work in a worker', () => {
  it('gives results, and errors of its own', async () => {
    const world = worldOn(temporaryFolder(), { workerFile: worker });
    expect(await Promise.all([1, 2, 3, 4, 5].map((n) => world.isolate('double', n, 20_000)))).toEqual([2, 4, 6, 8, 10]);
    await expect(world.isolate('fail', 0, 20_000)).rejects.toThrow('no good');
    await expect(world.isolate('unknown', 0, 20_000)).rejects.toThrow('There is no such task.');
    expect(await world.isolate('double', 4, 20_000)).toBe(8);
  });

  it('stops what takes too long or too much, and goes on', async () => {
    const world = worldOn(temporaryFolder(), { workerFile: worker });
    const runs = [world.isolate('hang', 0, 500), world.isolate('hang', 0, 500), world.isolate('double', 3, 20_000)];
    expect(await Promise.all(runs)).toEqual([undefined, undefined, 6]);
    expect(await world.isolate('fill', 0, 30_000)).toBeUndefined();
    expect(await world.isolate('double', 4, 20_000)).toBe(8);
  });

  it('says where there is no worker', async () => {
    await expect(worldOn(temporaryFolder()).isolate('double', 1, 1)).rejects.toMatchObject({ code: 'no-worker' });
  });

  it('reads sections in the worker of the program', async () => {
    const world = worldOn(temporaryFolder(), { workerFile: real });
    const input = { source: '---\ntitle: One\n---\nText. ^p-1234567\n', file: 'drafts/10.md', language: 'en' };
    expect(await world.isolate('parse-section', input, 30_000)).toMatchObject({
      file: 'drafts/10.md',
      frontMatter: { title: 'One' },
    });
  });
});
