import { expect, test } from 'vitest';
import { openDesk } from '../../../src/commands/respond-desk.ts';
import { hinter } from '../../../src/commands/respond-hints.ts';
import { allTargets } from '../../../src/commands/respond-targets.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { ANSWERED } from '../reports/sample-answers.ts';
import { memoryContext } from './memory-context.ts';

/** Reasons offered for the answer to an input. */
async function offered(ref: string): Promise<readonly string[]> {
  const { context } = memoryContext(memoryWorld({ files: ANSWERED }));
  const desk = await openDesk({ args: [], options: {} }, context);
  const target = desk && allTargets(desk).find(({ input }) => input.ref === ref);
  if (desk === undefined || target === undefined) throw new Error(`There is no input ${ref}.`);
  return (await hinter(desk)).hintsOn(target, desk.answers).reasons.map(({ reason }) => reason);
}

test('no reason is offered for use again that those who read the answer may not read', async () => {
  expect(await offered('first/beta#i1')).toHaveLength(6);
  expect((await offered('first/beta#i1')).join(' ')).not.toMatch(/markersecret|markerhouse|markerquote/u);
  expect(await offered('first/secret#i1')).toContain('markersecret reason.');
});
