import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, fill, git, type Outcome, penholder, readText, shell, workspace } from './program.ts';

const NOTE = [
  '---',
  'round: first',
  'date: 2025-02-03',
  'method: interview',
  'group: civil-society',
  'from: A network',
  'attribution: organisation',
  'quote: verbatim',
  'distribution: public',
  '---',
  '## What was said',
  '',
  '- Forms are too long. #barrier #theme/participation',
  '- Ask earlier. #recommendation #theme/participation',
  '',
].join('\n');

describe('help and exit codes', () => {
  const folder = emptyFolder();

  it.each([
    [['--help'], 0],
    [['help', 'compile'], 0],
    [['--version'], 0],
    [['check', '--help'], 0],
    [['nonsense'], 2],
    [['compile'], 2],
    [['compile', 'zero', '--bad'], 2],
    [['changes', 'zero', '--to', 'docm'], 2],
    [['status'], 2],
    [['new', 'note'], 2],
    [['check', '--format', 'nonsense'], 2],
  ])('%j ends with %i', async (args, status) => {
    const outcome = await penholder(folder, args);
    expect(outcome.status).toBe(status);
    expect((status === 0 ? outcome.stdout : outcome.stderr).trim()).not.toBe('');
    expect(outcome.stderr).not.toMatch(/should not have happened|^\s+at /mu);
  });

  it('says outside a workspace how to get into one', async () => {
    const { stderr } = await penholder(folder, ['check']);
    expect(stderr).toContain('penholder init');
    expect(stderr).toContain('-C');
  });
});

describe('the main job', () => {
  let folder: string;
  const run = (...args: string[]): Promise<Outcome> => penholder(folder, args);

  beforeAll(async () => {
    folder = join(emptyFolder(), 'note');
    const made = await penholder(join(folder, '..'), [
      'init',
      'note',
      '--title',
      'A guidance note',
      '--name',
      'note',
      '--commit',
      '--yes',
    ]);
    expect(made.stderr).toContain('penholder status');
    expect(made.status).toBe(0);
  });

  it('never writes over what is there', async () => {
    const before = readText(folder, 'penholder.yaml');
    const again = await run('init', '.', '--title', 'Another', '--yes');
    expect(again.status).toBe(1);
    expect(readText(folder, 'penholder.yaml')).toBe(before);
  });

  it('scaffolds, checks and stamps ids byte for byte', async () => {
    expect((await run('new', 'section', 'scope', '--title', 'Scope')).status).toBe(0);
    const path = 'drafts/20-scope.md';
    const body =
      'Every entity asks children first.\r\n\r\n- one  \r\n- two\r\n\r\n| a | b |\r\n|---|---|\r\n| c | d |\r\n';
    fill(folder, { [path]: `---\r\ntitle: Scope\r\nid: scope\r\n---\r\n\r\n${body}` });
    expect((await run('ids', '--check')).status).toBe(1);
    expect((await run('ids')).status).toBe(0);
    expect((await run('ids', '--check')).status).toBe(0);
    const stamped = readText(folder, path);
    expect(stamped.match(/\^p-[a-z0-9]{7}/gu)?.length).toBe(4);
    const bare = stamped.replaceAll(/\r\n\r\n\^p-\w{7}(?=\r\n)/gu, '').replaceAll(/ \^p-\w{7}/gu, '');
    expect(bare.replaceAll(/ +\r\n/gu, '\r\n')).toContain(body.replaceAll(/ +\r\n/gu, '\r\n'));
    expect(bare).not.toMatch(/[^\r]\n/u);
  });

  it('takes a note in once, and the same note again without a change', async () => {
    fill(folder, { '../given.md': NOTE });
    const args = ['ingest', '../given.md', '--yes'];
    expect((await run(...args)).status).toBe(0);
    const first = readText(folder, 'consultations/first/given.md');
    expect(first.match(/\^i\w+/gu)?.length).toBe(2);
    expect((await run(...args)).status).toBe(0);
    expect(readText(folder, 'consultations/first/given.md')).toBe(first);
    const inputs = JSON.parse((await run('inputs', '--json')).stdout) as unknown[];
    expect(inputs.length).toBe(2);
  });

  it('freezes, compiles and tells the changes', async () => {
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'Write the zero draft');
    expect((await run('freeze', 'zero')).stderr).toContain('trace/unanswered');
    const ids = readText(folder, 'consultations/first/given.md').match(/(?<=\^)i\w+/gu) ?? [];
    const answers = ids.map((id) => `- input: ${id}\n  decision: noted\n  reason: The scope says so already.\n`);
    fill(folder, { 'consultations/first/given.responses.yaml': answers.join('') });
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'Answer the first round');
    const frozen = await run('freeze', 'zero');
    expect(frozen.stderr + frozen.stdout).toContain('zero-draft');
    expect(frozen.status).toBe(0);
    expect(git(folder, 'cat-file', '-t', 'zero-draft').trim()).toBe('tag');
    const compiled = await run('compile', 'zero', '--to', 'md,html,pdf', '--json');
    expect(compiled.status).toBe(0);
    const written = JSON.parse(compiled.stdout) as { path: string; bytes: number }[];
    expect(written.map(({ path }) => path).sort()).toEqual(
      ['html', 'md', 'pdf'].map((extension) => `build/note-zero.${extension}`),
    );
    expect(readText(folder, 'build/note-zero.pdf').slice(0, 5)).toBe('%PDF-');
    const scope = readText(folder, 'drafts/20-scope.md');
    fill(folder, { 'drafts/20-scope.md': scope.replace('asks children first', 'must ask children first') });
    const changes = await run('changes', 'zero', '--to', 'json');
    expect(changes.status).toBe(0);
    const { changes: entries } = JSON.parse(changes.stdout) as { changes: { kind: string }[] };
    expect(entries.map(({ kind }) => kind)).toEqual(['edited']);
    expect((await run('changes', 'zero')).stdout).toContain('must ask');
  });

  it('works from below and with -C, and prints JSON that parses', async () => {
    const below = await penholder(join(folder, 'drafts'), ['status', '--json']);
    const from = await penholder(join(folder, '..'), ['-C', 'note', 'status', '--json']);
    expect(JSON.parse(below.stdout)).toEqual(JSON.parse(from.stdout));
    for (const args of [
      ['doctor', '--json'],
      ['check', '--format', 'json'],
      ['check', '--format', 'sarif'],
    ]) {
      const { stdout, stderr } = await run(...args);
      expect(() => JSON.parse(stdout), `${args.join(' ')}: ${stderr}`).not.toThrow();
    }
  });

  it('colours only where it is wanted', async () => {
    const colour = '\u001B[';
    expect((await run('check')).stdout).not.toContain(colour);
    const forced = await penholder(folder, ['check'], { FORCE_COLOR: '1' });
    expect(forced.stdout).toContain(colour);
    const both = await penholder(folder, ['check'], { FORCE_COLOR: '1', NO_COLOR: '1' });
    expect(both.stdout).not.toContain(colour);
  });

  it('does not mind a reader that goes away', () => {
    const line = '$PENHOLDER changes zero --to json --all | head -1; exit $' + '{PIPESTATUS[0]}';
    const { stderr, stdout } = shell(folder, line);
    expect(stdout.trim()).toBe('{');
    expect(stderr).not.toMatch(/EPIPE|should not have happened|^\s+at /mu);
  });
});

describe('the same bytes', () => {
  it('come from another folder and from a clone', async () => {
    const here = await workspace({
      'drafts/20-scope.md': '---\ntitle: Scope\n---\n\nEvery child is heard. ^p-aaaaaaa\n',
    });
    git(here, 'tag', '-a', 'zero-draft', '-m', 'Zero');
    const there = join(emptyFolder(), 'elsewhere');
    git(here, 'clone', '-q', here, there);
    for (const folder of [here, there]) {
      const { status, stderr } = await penholder(folder, ['compile', 'zero', '--to', 'pdf,html,md']);
      expect(status, stderr).toBe(0);
    }
    for (const extension of ['pdf', 'html', 'md']) {
      const file = `build/note-zero.${extension}`;
      expect(readText(there, file) === readText(here, file), file).toBe(true);
    }
  });
});

describe('the worked example', () => {
  it('is replayed with its history', async () => {
    const folder = emptyFolder();
    const made = await penholder(folder, ['init', '--example', 'child-rights', 'example', '--yes']);
    expect(made.status, made.stderr).toBe(0);
    const root = join(folder, 'example');
    expect(existsSync(join(root, 'penholder.yaml'))).toBe(true);
    expect(git(root, 'tag').split('\n')).toContain('zero-draft');
    const checked = await penholder(root, ['check', '--format', 'json']);
    expect(checked.status, checked.stdout.slice(0, 2000)).toBe(0);
  });
});
