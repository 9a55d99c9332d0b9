import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { World } from '../../../src/io/world.ts';
import { loadProcess } from '../../../src/workspace/load-process.ts';
import { loadWorkspace } from '../../../src/workspace/load-workspace.ts';
import { readStage } from '../../../src/workspace/read-stage.ts';
import { fill, temporaryFolder, worldOn } from '../io/temporary.ts';

const PROCESS = 'penholder: 1\ntitle: T\nlanguage: en\nstages:\n  - { id: zero, title: Zero }\n';
const NEEDS = new Set(['notes', 'responses', 'decisions', 'questionnaires', 'stakeholders'] as const);

async function found(world: World): Promise<string[]> {
  const { process } = await loadProcess(world);
  if (process === undefined) throw new Error('no process');
  const { findings } = await loadWorkspace(world, { process, needs: NEEDS });
  const { text } = await readStage(world, process, 'working');
  return [...findings, ...(text?.findings ?? [])].map(({ check, place }) => `${check} ${place.file}`).sort();
}

/** Writes a file whose name is given as bytes; disks that take only text refuse it. */
function writeBytes(root: string, folder: string, name: Buffer): boolean {
  mkdirSync(join(root, folder), { recursive: true });
  try {
    writeFileSync(Buffer.concat([Buffer.from(`${join(root, folder)}/`), name]), 'Words.\n');
    return true;
  } catch {
    return false;
  }
}

describe('what a workspace passes over', () => {
  it.skipIf(process.platform === 'win32')('names every file whose name can not be asked for', async () => {
    const root = temporaryFolder();
    fill(root, {
      'penholder.yaml': PROCESS,
      'drafts/10-a.md': '---\nid: a\ntitle: A\n---\nWords.\n',
      'drafts/20\\b.md': 'Words.\n',
      'consultations/first/no\\te.md': 'Words.\n',
      'consultations/se\\cond/note.md': 'Words.\n',
      'decisions/\\.md': '',
      'questionnaires/a\\b.en.md': '',
      'resources/a\\b.yaml': '',
      'mappings/a\\b.yaml': '',
      'clearances/a\\b.yaml': '',
    });
    expect(await found(worldOn(root))).toEqual([
      'workspace/file-name clearances/a\\b.yaml',
      'workspace/file-name consultations/first/no\\te.md',
      'workspace/file-name consultations/se\\cond',
      'workspace/file-name decisions/\\.md',
      'workspace/file-name drafts/20\\b.md',
      'workspace/file-name mappings/a\\b.yaml',
      'workspace/file-name questionnaires/a\\b.en.md',
      'workspace/file-name resources/a\\b.yaml',
    ]);
  });

  it.skipIf(process.platform !== 'linux')('shows bytes that are no text by their numbers', async () => {
    const root = temporaryFolder();
    fill(root, { 'penholder.yaml': PROCESS, 'drafts/10-a.md': 'A.\n', 'drafts/\uFFFD.md': 'B.\n' });
    const wrote = writeBytes(root, 'drafts', Buffer.from('caf\xe9 \u00e4.md', 'latin1'));
    const folder = writeBytes(root, 'consultations/first', Buffer.concat([Buffer.from('é'), Buffer.from([0xff])]));
    if (!wrote || !folder) return;
    const names = ['workspace/file-name consultations/first/é\\xff', 'workspace/file-name drafts/caf\\xe9 \\xe4.md'];
    expect(await found(worldOn(root))).toEqual(expect.arrayContaining(names));
    const world = worldOn(root);
    expect((await world.list('drafts')).map(({ path }) => path)).toEqual(['drafts/10-a.md', 'drafts/\uFFFD.md']);
    expect(await world.passedOver('drafts')).toEqual([{ path: 'drafts/caf\\xe9 \\xe4.md', reason: 'name' }]);
  });

  it('names links that lead nowhere in every folder, once', async () => {
    const root = temporaryFolder();
    fill(root, { 'penholder.yaml': `${PROCESS}text: .\n`, '10-a.md': '---\nid: a\ntitle: A\n---\nWords.\n' });
    for (const folder of ['consultations', 'decisions', 'questionnaires', 'resources']) {
      mkdirSync(join(root, folder));
      symlinkSync('nowhere', join(root, folder, 'x.md'));
    }
    const all = new Set(await found(worldOn(root)));
    for (const folder of ['consultations', 'decisions', 'questionnaires', 'resources']) {
      expect(all).toContain(`workspace/link-outside ${folder}/x.md`);
    }
  });

  it.skipIf(process.getuid?.() === 0)('names files and folders that may not be read', async () => {
    const root = temporaryFolder();
    fill(root, {
      'penholder.yaml': PROCESS,
      'drafts/10-a.md': 'Words.\n',
      'drafts/20-b.md': 'Words.\n',
      'consultations/first/note.md': 'Words.\n',
      'consultations/second/note.md': 'Words.\n',
    });
    chmodSync(join(root, 'drafts/20-b.md'), 0);
    chmodSync(join(root, 'consultations/first/note.md'), 0);
    chmodSync(join(root, 'consultations/second'), 0);
    const names = await found(worldOn(root));
    chmodSync(join(root, 'consultations/second'), 0o700);
    expect(names).toEqual(
      expect.arrayContaining([
        'workspace/unreadable consultations/first/note.md',
        'workspace/unreadable consultations/second',
        'workspace/unreadable drafts/20-b.md',
      ]),
    );
  });
});

describe('a pointer of Git LFS', () => {
  it('is named wherever it stands in place of a file', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    const paths = [
      'consultations/first/note.md',
      'decisions/d1.md',
      'drafts/20-b.md',
      'questionnaires/children-first.en.md',
      'resources/list.yaml',
      'stakeholders.yaml',
    ];
    const root = temporaryFolder();
    fill(root, { 'penholder.yaml': PROCESS, 'drafts/10-a.md': '---\nid: a\ntitle: A\n---\nWords.\n' });
    fill(root, Object.fromEntries(paths.map((path) => [path, pointer])));
    expect(await found(worldOn(root))).toEqual(paths.map((path) => `workspace/lfs-pointer ${path}`));
  });
});
