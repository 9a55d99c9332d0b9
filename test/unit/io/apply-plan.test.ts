import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN, type Plan, type PlannedWrite } from '../../../src/model/plan.ts';
import { fill, git, repository, temporaryFolder, worldOn } from './temporary.ts';

const SOMEBODY = { name: 'B. Writer', email: 'writer@example.org', date: '2022-10-01T09:00:00+02:00' };

function write(path: string, text: string, mode: PlannedWrite['mode'] = 'new'): PlannedWrite {
  return { path, bytes: Buffer.from(text), mode };
}

function plan(parts: Partial<Plan>): Plan {
  return { ...EMPTY_PLAN, ...parts };
}

describe('applying a plan', () => {
  it('writes, renames, deletes, commits and tags in one go', async () => {
    const root = repository({ 'a.md': 'A\n', 'b.md': 'B\n', 'c.md': 'C\n' });
    const world = worldOn(root);
    const { commit } = await world.apply(
      plan({
        writes: [write('a.md', 'A2\n', 'replace'), write('new/d.md', 'D\r\n')],
        renames: [{ from: 'b.md', to: 'moved/b.md' }],
        deletes: ['c.md'],
        commit: { message: 'Move things', paths: ['a.md', 'b.md', 'c.md', 'new', 'moved/b.md'], author: SOMEBODY },
        tags: [{ name: 'zero-draft', target: 'HEAD', message: 'Zero draft\n\nStage: zero\n', tagger: SOMEBODY }],
      }),
    );
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('A2\n');
    expect(readFileSync(join(root, 'moved/b.md'), 'utf8')).toBe('B\n');
    expect(existsSync(join(root, 'c.md'))).toBe(false);
    expect(git(root, 'rev-parse', 'HEAD').trim()).toBe(commit);
    expect(git(root, 'rev-parse', 'zero-draft^{commit}').trim()).toBe(commit);
    expect(git(root, 'ls-tree', '-r', '--name-only', 'HEAD').split('\n').filter(Boolean)).toEqual([
      'a.md',
      'moved/b.md',
      'new/d.md',
    ]);
    expect(git(root, 'cat-file', 'blob', 'HEAD:new/d.md')).toBe('D\r\n');
    expect(git(root, 'status', '--porcelain')).toBe('');
    expect(git(root, 'log', '-1', '--format=%an <%ae> %aI %cI')).toBe(
      'B. Writer <writer@example.org> 2022-10-01T09:00:00+02:00 2022-10-01T09:00:00+02:00\n',
    );
    expect(git(root, 'fsck', '--strict')).toBe('');
  });

  it('writes nothing where a file was saved after the plan was made', async () => {
    const root = repository({ 'a.md': 'A\n', 'b.md': 'B\n' });
    const stale = { ...write('a.md', 'A with id\n', 'replace'), was: Buffer.from('A before\n') };
    for (const writes of [[stale], [write('b.md', 'B2\n', 'replace'), stale]]) {
      await expect(worldOn(root).apply(plan({ writes }))).rejects.toMatchObject({ code: 'changed' });
      expect([readFileSync(join(root, 'a.md'), 'utf8'), readFileSync(join(root, 'b.md'), 'utf8')]).toEqual([
        'A\n',
        'B\n',
      ]);
    }
    await worldOn(root).apply(plan({ writes: [{ ...stale, was: Buffer.from('A\n') }] }));
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('A with id\n');
  });

  it('makes a repository where asked, with the same ids every time', async () => {
    const ids = await Promise.all(
      [0, 1].map(async () => {
        const root = temporaryFolder();
        const result = await worldOn(root).apply(
          plan({
            repository: 'create',
            writes: [write('penholder.yaml', 'penholder: 1\n'), write('drafts/10.md', '# One\n')],
            commit: { message: 'Begin', paths: ['penholder.yaml', 'drafts'], author: SOMEBODY },
          }),
        );
        return result.commit;
      }),
    );
    expect(ids[0]).toMatch(/^[0-9a-f]{40}$/u);
    expect(ids[0]).toBe(ids[1]);
  });

  it('commits only the named paths and leaves what the user has staged', async () => {
    const root = repository({ 'a.md': 'A\n', 'b.md': 'B\n' });
    fill(root, { 'b.md': 'B staged\n' });
    git(root, 'add', 'b.md');
    await worldOn(root).apply(plan({ writes: [write('c.md', 'C\n')], commit: { message: 'Add c', paths: ['c.md'] } }));
    expect(git(root, 'show', '--stat', '--format=', 'HEAD')).toContain('c.md');
    expect(git(root, 'show', 'HEAD:b.md')).toBe('B\n');
    expect(git(root, 'diff', '--cached', '--name-only')).toBe('b.md\n');
  });

  it('changes nothing when a new file exists already', async () => {
    const root = temporaryFolder();
    fill(root, { 'a.md': 'mine' });
    const both = plan({ writes: [write('b.md', 'B'), write('a.md', 'theirs')] });
    await expect(worldOn(root).apply(both)).rejects.toThrow('a.md exists already, and it is never overwritten.');
    expect(readdirSync(root).filter((name) => name !== '.penholder')).toEqual(['a.md']);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('mine');
  });

  it('undoes everything when a later step fails', async () => {
    const root = repository({ 'a.md': 'A\n', 'b.md': 'B\n' });
    git(root, 'tag', 'taken');
    const head = git(root, 'rev-parse', 'HEAD');
    // The folder of the last file is a file: it is found out only after the others have been written.
    const failing = plan({
      writes: [write('a.md', 'A2', 'replace'), write('deep/er/x.md', 'X'), write('b.md/x.md', 'X')],
      commit: { message: 'No', paths: ['.'] },
    });
    await expect(worldOn(root).apply(failing)).rejects.toThrow();
    const tagged = plan({
      writes: [write('a.md', 'A2', 'replace'), write('c.md', 'C')],
      tags: [{ name: 'taken', target: 'HEAD', message: 'x' }],
    });
    await expect(worldOn(root).apply(tagged)).rejects.toThrow('The tag taken exists already');
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('A\n');
    expect(existsSync(join(root, 'deep'))).toBe(false);
    expect(git(root, 'rev-parse', 'HEAD')).toBe(head);
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  it('refuses paths that lead outside, by dots, by links and into git', async () => {
    const root = repository({ 'a.md': 'A\n' });
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(root, 'out'));
    symlinkSync(join(elsewhere, 'not-there.md'), join(root, 'dangling.md'));
    const world = worldOn(root);
    for (const path of ['../x.md', 'out/x.md', 'dangling.md', '.git/config', '.GIT/hooks/x', '.penholder/cache/x']) {
      await expect(world.apply(plan({ writes: [write(path, 'x', 'replace')] })), path).rejects.toThrow(
        'leads out of the workspace',
      );
      const output = plan({ writes: [{ ...write(path, 'x', 'replace'), durable: false }] });
      await expect(world.apply(output), path).rejects.toThrow('leads out of the workspace');
    }
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('keeps the permissions of a file it replaces and makes its own folder private', async () => {
    const root = temporaryFolder();
    fill(root, { 'run.sh': 'x' });
    chmodSync(join(root, 'run.sh'), 0o750);
    await worldOn(root).apply(plan({ writes: [write('run.sh', 'y', 'replace')] }));
    expect(statSync(join(root, 'run.sh')).mode & 0o777).toBe(0o750);
    expect(statSync(join(root, '.penholder')).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(root, '.penholder/.gitignore'), 'utf8')).toContain('*\n');
  });

  it('writes outputs without a lock or a folder of its own', async () => {
    const root = temporaryFolder();
    const elsewhere = temporaryFolder();
    const outputs = [write('build/zero.pdf', 'P', 'replace'), write(join(elsewhere, 'x.pdf'), 'P', 'replace')];
    await worldOn(root).apply(plan({ writes: outputs.map((one) => ({ ...one, durable: false })) }));
    expect(readFileSync(join(root, 'build/zero.pdf'), 'utf8')).toBe('P');
    expect(readFileSync(join(elsewhere, 'x.pdf'), 'utf8')).toBe('P');
    expect(existsSync(join(root, '.penholder'))).toBe(false);
  });

  it('says how to tell git who one is, before anything is made', async () => {
    const root = temporaryFolder();
    const world = worldOn(root, { identity: false });
    const first = plan({ repository: 'create', writes: [write('a.md', 'A')], commit: { message: 'x', paths: ['.'] } });
    await expect(world.apply(first)).rejects.toMatchObject({
      code: 'no-identity',
      hint: expect.stringContaining('git config --global user.name'),
    });
    expect(existsSync(join(root, '.git'))).toBe(false);
    expect(existsSync(join(root, 'a.md'))).toBe(false);
  });

  it('refuses a private folder that is a link', async () => {
    const root = temporaryFolder();
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(root, '.penholder'));
    await expect(worldOn(root).apply(plan({ writes: [write('a.md', 'A')] }))).rejects.toThrow(
      '.penholder in this workspace is not a folder',
    );
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('takes no orders from a journal that came with the repository', async () => {
    const root = temporaryFolder();
    fill(root, { 'precious.md': 'mine' });
    mkdirSync(join(root, '.penholder/journal'), { recursive: true });
    const evil = {
      version: 1,
      files: [{ target: join(root, 'precious.md'), staged: null, backup: null, oldHash: null, newHash: null }],
      folders: [],
      index: null,
      refs: [],
    };
    fill(root, { '.penholder/journal/journal.json': JSON.stringify(evil), '.penholder/made-here': '1 2 3' });
    const world = worldOn(root);
    expect(Buffer.from((await world.read('precious.md')) ?? []).toString()).toBe('mine');
    await world.apply(plan({ writes: [write('a.md', 'A')] }));
    expect(readFileSync(join(root, 'precious.md'), 'utf8')).toBe('mine');
  });

  it('lets one command write at a time', async () => {
    const root = temporaryFolder();
    fill(root, { 'count.txt': '0' });
    const worlds = Array.from({ length: 12 }, () => worldOn(root));
    const names = await Promise.all(
      worlds.map(async (world, index) => {
        await world.apply(plan({ writes: [write(`n${index}.md`, 'x'), write('count.txt', String(index), 'replace')] }));
        return `n${index}.md`;
      }),
    );
    expect(
      readdirSync(root)
        .filter((name) => name.startsWith('n'))
        .sort(),
    ).toEqual([...names].sort());
    expect(readdirSync(join(root, '.penholder')).sort()).toEqual(['.gitignore', 'made-here']);
  });
});
