import { expect, test } from 'vitest';
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
