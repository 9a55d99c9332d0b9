import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../../../src/io/node-world.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { loadWorkspace } from '../../../src/workspace/load-workspace.ts';
import { readStage } from '../../../src/workspace/read-stage.ts';
import { exampleNames, replayExample } from '../../../src/workspace/replay-example.ts';
import { fill, git, quietEnvironment, temporaryFolder, worldOn } from '../io/temporary.ts';

async function replayInto(root: string): Promise<string[]> {
  const world = worldOn(root, { identity: false });
  const titles: string[] = [];
  for await (const { plan, step, title } of replayExample(world, 'child-rights')) {
    await world.apply(plan);
    titles.push(`${step}: ${title}`);
  }
  return titles;
}

describe('the worked example', () => {
  it('is known by its folder', async () => {
    expect(await exampleNames(worldOn(temporaryFolder()))).toContain('child-rights');
  });

  it('replays as the same history on every machine, without a git identity', async () => {
    const roots = [temporaryFolder(), join(temporaryFolder(), 'outer')];
    // The second one lies inside another repository with line ends of its own.
    fill(roots[1] ?? '', { 'x.md': 'x' });
    git(roots[1] ?? '', 'init', '-q');
    git(roots[1] ?? '', 'add', '-A');
    git(roots[1] ?? '', 'commit', '-q', '-m', 'Something else');
    git(roots[1] ?? '', 'config', 'core.autocrlf', 'true');
    const inner = join(roots[1] ?? '', 'example');
    const titles = await replayInto(roots[0] ?? '');
    await replayInto(inner);
    const first = git(roots[0] ?? '', 'rev-parse', 'HEAD', 'zero-draft', 'second-draft', 'advanced-draft');
    expect(git(inner, 'rev-parse', 'HEAD', 'zero-draft', 'second-draft', 'advanced-draft')).toBe(first);
    expect(titles.length).toBeGreaterThan(10);
    expect(git(roots[0] ?? '', 'status', '--porcelain')).toBe('');
    expect(git(roots[1] ?? '', 'rev-list', '--all', '--count').trim()).toBe('1');
    expect(git(roots[0] ?? '', 'log', '-1', '--format=%ae', 'zero-draft')).toContain('@example.org');
    expect(git(roots[0] ?? '', 'fsck', '--strict')).toBe('');
  });

  it('holds: process, notes, responses, decisions and every stage', async () => {
    const root = temporaryFolder();
    await replayInto(root);
    const world = nodeWorld({ root, callerFolder: root, env: quietEnvironment(root) });
    const { process, findings } = await loadProcess(world);
    expect(findings).toEqual([]);
    if (process === undefined) throw new Error('no process');
    const needs = new Set(['notes', 'responses', 'decisions', 'questionnaires', 'stakeholders'] as const);
    const workspace = await loadWorkspace(world, { needs, process });
    expect(workspace.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(workspace.notes.length).toBeGreaterThanOrEqual(24);
    expect(workspace.notes.flatMap(({ inputs }) => inputs).length).toBeGreaterThan(140);
    for (const name of ['zero', 'second', 'advanced', 'working']) {
      const { text, findings: problems } = await readStage(world, process, name);
      expect(problems, name).toEqual([]);
      expect(
        text?.findings.filter(({ severity }) => severity === 'error'),
        name,
      ).toEqual([]);
      expect(text?.sections.length, name).toBeGreaterThanOrEqual(8);
      expect(text?.resources.length, name).toBeGreaterThan(5);
    }
    await world.close();
  });
});
