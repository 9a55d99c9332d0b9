import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../src/io/node-world.ts';
import { fill, git, quietEnvironment, temporaryFolder } from '../unit/io/temporary.ts';
import { childProgram, faultAt } from './kill/child-program.ts';
import { content, planNumber, REWRITTEN } from './kill/plans.ts';

const children = childProgram('child.ts');
const run = children.run;

beforeAll(children.build);
afterAll(children.remove);

/** A workspace on which plan 0 has been applied. */
async function begin(): Promise<string> {
  const root = temporaryFolder();
  git(root, 'init', '-q', '-b', 'main');
  fill(root, { 'name-0.md': 'a file that is renamed each time\n' });
  const world = nodeWorld({ root, callerFolder: root, env: quietEnvironment(root) });
  await world.apply(planNumber(0));
  await world.close();
  return root;
}

/** Opens the workspace as the next command does, and says which version it holds. Anything but one whole version fails. */
async function versionOf(root: string): Promise<number> {
  const world = nodeWorld({ root, callerFolder: root, env: quietEnvironment(root) });
  const [first] = Buffer.from((await world.read('drafts/0.md')) ?? [])
    .toString()
    .split('\n');
  const version = Number(/^version (\d+)$/u.exec(first ?? '')?.[1]);
  for (let index = 0; index < REWRITTEN; index += 1) {
    expect(readFileSync(join(root, `drafts/${index}.md`), 'utf8') === content(version), `file ${index}`).toBe(true);
  }
  expect(existsSync(join(root, 'odd/only.md'))).toBe(version % 2 === 1);
  expect(readdirSync(root).filter((name) => name.startsWith('name-'))).toEqual([`name-${version}.md`]);
  expect(git(root, 'log', '-1', '--format=%s').trim()).toBe(`Version ${version}`);
  expect(git(root, 'tag').split('\n').filter(Boolean).length).toBe(version + 1);
  expect(git(root, 'rev-parse', `version-${version}^{commit}`)).toBe(git(root, 'rev-parse', 'HEAD'));
  expect(git(root, 'status', '--porcelain')).toBe('');
  expect(readdirSync(join(root, 'drafts')).filter((name) => name.startsWith('.'))).toEqual([]);
  // The next command can write, and leaves nothing of the killed one behind.
  await world.apply({
    writes: [{ path: 'build/x', bytes: Buffer.from('x'), mode: 'replace' }],
    renames: [],
    deletes: [],
    tags: [],
  });
  rmSync(join(root, 'build'), { recursive: true });
  expect(readdirSync(join(root, '.penholder')).sort()).toEqual(['.gitignore', 'made-here']);
  await world.close();
  return version;
}

describe('a killed command', () => {
  it('leaves one whole version wherever it is killed: at every step of a plan', async () => {
    const versions: number[] = [];
    let root = await begin();
    for (let step = 1; ; step += 1) {
      const { output, killed } = await run([root, '1', '1', faultAt('kill', step)]);
      const version = await versionOf(root);
      if (!killed) {
        expect(output).toContain('done');
        break;
      }
      versions.push(version);
      if (version === 1) root = await begin();
    }
    expect(versions.length).toBeGreaterThan(80);
    // Early kills leave the workspace as before, late ones as after, and there is one point between.
    expect(versions).toEqual([...versions].sort());
    expect(new Set(versions)).toEqual(new Set([0, 1]));
  }, 600_000);

  it('leaves one whole version when the command that mends is killed too', async () => {
    for (const first of [60, 66, 72, 78, 84, 90]) {
      const root = await begin();
      await run([root, '1', '1', faultAt('kill', first)]);
      for (const again of [2, 5, 9, 14, 20, 27]) await run([root, '1', '1', faultAt('kill', again)]);
      expect([0, 1], `killed at step ${first}`).toContain(await versionOf(root));
    }
  }, 600_000);

  it('leaves one whole version when killed at random moments, alone or with everything it started', async () => {
    const root = await begin();
    let version = 0;
    let random = 20_220_901;
    for (let round = 0; round < 60; round += 1) {
      random = (random * 48_271) % 2_147_483_647;
      const pause = random % 400;
      const group = round % 3 === 0;
      await run([root, String(version + 1), '1000'], async (pid) => {
        await sleep(pause);
        process.kill(group ? -pid : pid, 'SIGKILL');
      });
      // A program that git had started goes on for a moment.
      await sleep(30);
      const now = await versionOf(root);
      expect(now).toBeGreaterThanOrEqual(version);
      version = now;
    }
    expect(version).toBeGreaterThan(10);
    expect(git(root, 'fsck', '--strict', '--no-dangling')).toBe('');
  }, 600_000);
});

describe('a full disk', () => {
  it('leaves the workspace as it was, and says so', async () => {
    const root = await begin();
    for (let step = 1; ; step += 1) {
      const { output } = await run([root, '1', '1', faultAt('disk-full', step)]);
      if (output.includes('done')) break;
      expect(output, `step ${step}`).toMatch(/failed .*(disk is full|ENOSPC)/u);
      expect(await versionOf(root), `step ${step}`).toBe(0);
    }
    expect(await versionOf(root)).toBe(1);
  }, 600_000);
});
