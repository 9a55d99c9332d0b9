import { expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/new.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { loadDecisions } from '../../../src/workspace/decisions.ts';
import { memoryContext } from './memory-context.ts';

const decision = (id: string) => `---\nid: ${id}\ntitle: T\ndate: 2022-11-14\n---\n\nDecided.\n`;

async function made(files: Record<string, string>, options: Record<string, string>) {
  const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS, ...files }, today: '2022-11-20' });
  const called = memoryContext(world);
  await run({ args: ['decision'], options }, called.context);
  const path = called.printed().trim();
  return { path, text: world.text(path) ?? '', ...(await loadDecisions(world)) };
}

test('a decision gets the next number and holds', async () => {
  const files = { 'decisions/d1-a.md': decision('d1'), 'decisions/d10-b.md': decision('d10') };
  const options = { title: 'Budget: who pays?', stage: 'zero', by: 'OHCHR, UNICEF', passages: 'p-7k2m9qd' };
  const { path, text, decisions, findings } = await made(files, options);
  expect(path).toBe('decisions/d11-budget-who-pays.md');
  expect(text).toContain('id: d11\ntitle: "Budget: who pays?"\ndate: 2022-11-20\nstage: zero\n');
  expect([decisions.length, findings]).toEqual([3, []]);
});

test('numbers go on as they were written', async () => {
  expect((await made({}, { title: 'T' })).path).toBe('decisions/d1-t.md');
  expect((await made({ 'decisions/a.md': decision('DEC-009') }, { title: 'T' })).path).toBe('decisions/DEC-010-t.md');
});

test('a stage or member that is not known is refused', async () => {
  await expect(made({}, { title: 'T', stage: 'zerro' })).rejects.toThrow('Did you mean "zero"?');
  await expect(made({}, { title: 'T', by: 'OHCRH' })).rejects.toThrow('no member of the core group');
});
