import { expect, test } from 'vitest';
import { EXAMPLE_PROCESS } from '../../../src/checks/example-workspace.ts';
import { run } from '../../../src/commands/ids.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { check } from '../checks/check-world.ts';
import { memoryContext } from './memory-context.ts';

const ENGLISH = '---\ngroup: civil-society\nround: first\n---\n\n## What helps? {#q1}\n';
const FRENCH =
  '---\ngroup: civil-society\nround: first\ntranslation:\n  from: en # last week\n---\n\n## Qu’est-ce qui aide ? {#q1}\n';
const [EN, FR] = ['questionnaires/civil-society-first.en.md', 'questionnaires/civil-society-first.fr.md'];

test('translations of questionnaires get their fingerprints, so that a later change shows', async () => {
  const world = memoryWorld({ files: { 'penholder.yaml': EXAMPLE_PROCESS, [EN]: ENGLISH, [FR]: FRENCH } });
  const { context, printed, said } = memoryContext(world);
  expect(await run({ args: [], options: { check: true } }, context)).toBe(1);
  expect(await run({ args: [], options: {} }, context)).toBe(0);
  expect(printed()).toContain(`${FR}: 2 fingerprints`);
  expect(said()).toContain('2 fingerprints written into 1 file.');
  const stamped = world.text(FR) ?? '';
  expect(stamped).toMatch(
    / {2}from: en # last week\n {2}texts:\n {4}q1: [0-9a-f"]+\n {4}frame: [0-9a-f"]+\n---\n\n## Qu’/u,
  );
  expect(await run({ args: [], options: { check: true } }, context)).toBe(0);

  const only = ['questionnaires/stale-translation'];
  expect(await check({ files: { [EN]: ENGLISH, [FR]: stamped }, only })).toEqual([]);
  const reworded = await check({ files: { [EN]: ENGLISH.replace('helps', 'works'), [FR]: stamped }, only });
  expect(reworded.map(({ severity, place }) => `${severity} ${place.line}`)).toEqual(['warning 7']);
});
