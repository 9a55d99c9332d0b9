import { describe, expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/compile.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const SECTION = '---\nid: scope\ntitle: Scope\n---\n\nThe scope. ^p-scope01\n';

async function compiled(out: string): Promise<Readonly<Record<string, string | undefined>>> {
  const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS, 'drafts/10-scope.md': SECTION } });
  const called = memoryContext(world);
  const outcome = await run({ args: ['working'], options: { to: ['md'], out } }, called.context).catch(String);
  return { outcome: String(outcome), section: world.text('drafts/10-scope.md'), out: world.text(out) };
}

test.each(['drafts/10-scope.md', '/workspace/drafts/../drafts/10-scope.md', 'penholder.yaml/../drafts/10-scope.md'])(
  'an output never takes the place of a section: %s',
  async (out) => {
    const { outcome, section } = await compiled(out);
    expect(outcome).toMatch(/is a file the text is made from/u);
    expect(section).toBe(SECTION);
  },
);

describe('texts outside a workspace', () => {
  const OLD = '# Duties\n\n## Asking\n\nEntities should consult children.\n\n## Means\n\nA fund bears the cost.\n';
  const NEW = OLD.replace('should', 'shall');
  const named = { '/texts/old.md': OLD, '/texts/new.md': NEW };

  async function marked(options: Readonly<Record<string, unknown>>, args = ['new.md'], folder = '/texts') {
    const world = memoryWorld({ named });
    const called = memoryContext(world, { outside: true, folder, worlds: {} });
    const code = await run({ args, options: { to: ['md'], ...options } }, called.context);
    const paths = called.printed().trim().split('\n');
    return { code, paths, texts: paths.map((path) => world.text(path) ?? '') };
  }

  test('the marked-up version of two files comes with its clean pair', async () => {
    const { code, paths, texts } = await marked({ since: 'old.md' });
    expect([code, paths]).toEqual([0, ['build/new.md', 'build/new-since-old.md']]);
    expect(texts[0]).toContain('Entities shall consult children.');
    expect(texts[1]).toContain('Changes from old.md to new.md.');
    expect(texts[1]).toContain('Entities <del>should</del><ins>shall</ins> consult children.');
  });

  test('its title is that of the text, and marks are told in words where asked', async () => {
    const { texts } = await marked({ since: 'old.md', textMarks: true, sideBySide: true });
    expect(texts[1]).toMatch(/^# Duties/u);
    expect(texts[1]).toContain('<ins>\\[inserted: shall\\]</ins>');
  });

  test('texts of one title are told apart by the names they were given', async () => {
    const { texts } = await marked({ since: '/texts/new.md' }, ['new.md']);
    expect(texts[1]).toContain('Changes from /texts/new.md to new.md.');
  });

  test('only the text of a workspace is watched', async () => {
    await expect(marked({ watch: true })).rejects.toThrow(/Only the text of a workspace can be watched/u);
  });
});

test.each(['consultations', 'decisions', 'HEAD:decisions', 'consultations/first'])(
  'what is said in confidence is no text to compile: %s',
  async (name) => {
    const files = { 'penholder.yaml': EXAMPLE_PROCESS, 'drafts/10-scope.md': SECTION };
    const world = memoryWorld({ files, git: { commits: [{ files }] } });
    const called = memoryContext(world, { worlds: {} });
    const compile = (args: string[], options: Readonly<Record<string, unknown>>) =>
      run({ args, options: { to: ['md'], ...options } }, called.context);
    await expect(compile([name], {})).rejects.toThrow(/holds records of consultations or decisions/u);
    await expect(compile(['working'], { since: name })).rejects.toThrow(/holds records/u);
  },
);
