import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { readStage } from '../../../src/workspace/read-stage.ts';
import { fill, git, repository, temporaryFolder, worldOn } from './temporary.ts';

const section = (words: string) => `---\nid: a\ntitle: A\n---\n${words}\n`;
const PROCESS = 'penholder: 1\ntitle: T\nlanguage: en\nstages:\n  - { id: zero, title: Zero, tag: zero-draft }\n';

/** A clone of a repository in which the stage zero has other words than the folder. */
function clone(filter: string): string {
  const from = repository({
    'penholder.yaml': PROCESS,
    'drafts/10-a.md': section('Old.'),
    'drafts/20-b.md': 'Same.\n',
  });
  git(from, 'tag', 'zero-draft');
  fill(from, { 'drafts/10-a.md': section('New.'), 'drafts/more/30.md': 'More.\n' });
  git(from, 'add', '-A');
  git(from, 'commit', '-qm', 'Second');
  git(from, 'config', 'uploadpack.allowFilter', 'true');
  const to = join(temporaryFolder(), 'clone');
  execFileSync('git', ['clone', '-q', `--filter=${filter}`, pathToFileURL(from).href, to], { stdio: 'pipe' });
  return to;
}

describe('a partial clone', () => {
  it('says which contents of a stage were never fetched, reads the rest, and fetches nothing itself', async () => {
    const root = clone('blob:none');
    const world = worldOn(root);
    const { process } = await loadProcess(world);
    if (process === undefined) throw new Error('no process');
    const { text } = await readStage(world, process, 'zero');
    expect(text?.findings.map(({ check, place }) => `${check} ${place.file}`)).toEqual([
      'stages/not-fetched drafts/10-a.md',
    ]);
    expect(text?.sections.map(({ file }) => file)).toEqual(['drafts/20-b.md']);
    const missing = git(root, 'rev-list', '--objects', '--missing=print', 'zero-draft').match(/^\?/gmu);
    expect(missing?.length).toBe(1);
    const { text: now } = await readStage(worldOn(root), process, 'working');
    expect(now?.findings).toEqual([]);
  });

  it('is whole after the command that the finding names', async () => {
    const root = clone('blob:none');
    git(root, 'config', '--unset', 'remote.origin.partialclonefilter');
    git(root, 'fetch', '-q', '--refetch', '--tags', 'origin');
    const world = worldOn(root);
    const { process } = await loadProcess(world);
    if (process === undefined) throw new Error('no process');
    const { text } = await readStage(world, process, 'zero');
    expect(text?.findings).toEqual([]);
    expect(text?.sections.length).toBe(2);
  });

  it('without the folders of a stage says so, where they are needed', async () => {
    const root = clone('tree:0');
    const world = worldOn(root);
    const { process } = await loadProcess(world);
    if (process === undefined) throw new Error('no process');
    await expect(readStage(world, process, 'zero')).rejects.toThrow(/partial clone/u);
    expect((await readStage(world, process, 'working')).text?.sections.length).toBe(3);
  });
});
