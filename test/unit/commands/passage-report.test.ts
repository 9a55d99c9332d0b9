import { describe, expect, test } from 'vitest';
import { run } from '../../../src/commands/report.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import type { PassageData } from '../../../src/reports/passage.ts';
import { ANSWERED, HISTORY, SECRETS } from '../reports/sample-answers.ts';
import { memoryContext } from './memory-context.ts';

async function call(id: string, options: Readonly<Record<string, unknown>> = {}) {
  const world = memoryWorld({ files: ANSWERED, git: { commits: HISTORY } });
  const { context, printed } = memoryContext(world);
  const outcome = await run({ args: ['passage', id], options }, context).catch((error: Error) => error.message);
  return { outcome, printed: printed() };
}

async function data(id: string): Promise<PassageData> {
  return JSON.parse((await call(id, { to: ['json'] })).printed);
}

describe('the life of a passage', () => {
  test('tells its words in every stage, what changed them and who asked for it', async () => {
    await expect((await call('p-0000001')).printed).toMatchFileSnapshot('../../cases/reports/passage.md');
  });

  test('follows a passage into its parts, from either end', async () => {
    const texts = async (id: string) => (await data(id)).steps.map(({ passages }) => passages.map(({ text }) => text));
    expect(await texts('p-0000002')).toEqual([
      ['They answer later on. They say why in plain words.'],
      ['They answer later on.', 'They say why in plain words.'],
    ]);
    // The part was made of the whole; the other part has a life of its own.
    expect(await texts('p-0000005')).toEqual([
      ['They answer later on. They say why in plain words.'],
      ['They say why in plain words.'],
    ]);
  });

  test('knows passages that are gone', async () => {
    const { steps } = await data('p-0000004');
    expect(steps.map(({ passages }) => passages.length)).toEqual([1, 0]);
    expect(steps[1]?.changes.map(({ kind }) => kind)).toEqual(['deleted']);
    expect((await call('p-0000004')).printed).toContain('It is no longer there.');
  });

  test('tells the headings a passage stands under, in each stage', async () => {
    const { steps } = await data('p-0000003');
    expect(steps.map(({ passages }) => passages[0]?.headings)).toEqual([
      ['Participation', 'Asking'],
      ['Participation', 'Asking first'],
    ]);
  });

  test('tells the public nothing that was given to fewer', async () => {
    for (const id of ['p-0000001', 'p-0000003', 'p-0000004', 'participation']) {
      const { printed } = await call(id);
      for (const secret of SECRETS.slice(0, 3)) expect(printed, id).not.toContain(secret);
    }
  });

  test('lists inputs that wait', async () => {
    const { inputs } = await data('p-0000002');
    expect(inputs.map(({ ref, state }) => [ref, state])).toContainEqual(['first/alpha#i2', 'pending']);
  });

  test('says that no stage has an id, and which one may be meant', async () => {
    expect((await call('p-000001')).outcome).toMatch(/No stage has a passage "p-000001"/u);
    const world = memoryWorld({ files: ANSWERED });
    const missing = await run({ args: ['passage'], options: {} }, memoryContext(world).context).catch(
      (error: Error) => error.message,
    );
    expect(missing).toContain('is about one thing');
  });
});
