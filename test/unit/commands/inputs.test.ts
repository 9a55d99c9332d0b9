import { expect, test } from 'vitest';
import { EXAMPLE_NOTE, EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/inputs.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { memoryContext } from './memory-context.ts';

const without = EXAMPLE_NOTE.replace(' ^i2', '');

async function inputs(note: string, options: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const files = { 'penholder.yaml': EXAMPLE_PROCESS, 'consultations/first/coalition.md': note };
  const called = memoryContext(memoryWorld({ files }));
  await run({ args: [], options }, called.context);
  return called.printed();
}

test('an input without an id is named by its line', async () => {
  const printed = await inputs(without);
  expect(printed).toMatch(/^ {2}#i1 {2}no response/mu);
  expect(printed).toMatch(/^ {2}line 18, no id {2}no response/mu);
});

test('programs get the reference', async () => {
  expect(JSON.parse(await inputs(without, { json: true }))).toMatchObject([
    { ref: 'first/coalition#i1' },
    { ref: 'first/coalition#?18' },
  ]);
});

test('the line of a note that stays unnamed is not told', async () => {
  expect(await inputs(without.replace('attribution: group', 'attribution: none'))).toMatch(/^ {2}no id {2}/mu);
});

test('rows written piece by piece are one array', async () => {
  const items = Array.from({ length: 120 }, (_, index) => `- Words of number ${index}. #gap ^n${index}`).join('\n');
  const printed = await inputs(`${EXAMPLE_NOTE}\n\n${items}\n`, { json: true });
  const rows = JSON.parse(printed) as { ref: string }[];
  expect(rows.length).toBeGreaterThan(120);
  expect(printed).toBe(`${JSON.stringify(rows, null, 2)}\n`);
  expect(await inputs(EXAMPLE_NOTE, { json: true, group: ['nobody'] })).toBe('[]\n');
});

test('the list ends with what it comes to', async () => {
  const files = { 'penholder.yaml': EXAMPLE_PROCESS, 'consultations/first/coalition.md': EXAMPLE_NOTE };
  const called = memoryContext(memoryWorld({ files }));
  await run({ args: [], options: { distribution: 'custodian' } }, called.context);
  expect(called.said()).toContain('2 inputs, 2 without a response.');
});

test('a name that finds nothing says who may use it, whether or not there is such a note', async () => {
  const hidden = EXAMPLE_NOTE.replace('attribution: group', 'attribution: none');
  const files = { 'penholder.yaml': EXAMPLE_PROCESS, 'consultations/first/coalition.md': hidden };
  const said = async (note: string, distribution?: string) => {
    const called = memoryContext(memoryWorld({ files }));
    await run(
      { args: [], options: { note: [note], ...(distribution !== undefined && { distribution }) } },
      called.context,
    );
    return called.said();
  };
  expect(await said('first/coalition')).toContain('--distribution custodian');
  expect(await said('first/coalition')).toBe(await said('first/nobody'));
  expect(await said('first/coalition', 'custodian')).toContain('2 inputs');
});

test('inputs are chosen by who leads on their section', async () => {
  const files = {
    'penholder.yaml': EXAMPLE_PROCESS,
    'consultations/first/coalition.md': EXAMPLE_NOTE.replace('## What gets in the way?', '## Scope {#scope}'),
    'drafts/10-scope.md': '---\nid: scope\ntitle: Scope\nlead: UNICEF\n---\n\nEverybody. ^p-0000001\n',
  };
  const listed = async (lead: string) => {
    const called = memoryContext(memoryWorld({ files }));
    await run({ args: [], options: { lead: [lead], json: true, distribution: 'custodian' } }, called.context);
    return (JSON.parse(called.printed()) as unknown[]).length;
  };
  expect([await listed('UNICEF'), await listed('OHCHR')]).toEqual([2, 0]);
  await expect(listed('UNCEF')).rejects.toThrow('Did you mean "UNICEF"?');
});
