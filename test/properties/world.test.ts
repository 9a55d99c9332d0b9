import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MemoryWorld, memoryWorld } from '../../src/io/memory-world.ts';
import { EMPTY_PLAN, type Plan } from '../../src/model/plan.ts';
import { fill, temporaryFolder, worldOn } from '../unit/io/temporary.ts';

const path = fc.constantFrom('a.md', 'b.md', 'c.md', 'deep/d.md', 'deep/e.md', 'deep/er/f.md');

const plan: fc.Arbitrary<Plan> = fc
  .record({
    writes: fc.uniqueArray(
      fc.record({ path, text: fc.string({ maxLength: 5 }), mode: fc.constantFrom('new', 'replace') }),
      {
        maxLength: 3,
        selector: (write) => write.path,
      },
    ),
    renames: fc.array(fc.record({ from: path, to: path }), { maxLength: 2 }),
    deletes: fc.array(path, { maxLength: 2 }),
  })
  .map(({ writes, renames, deletes }) => ({
    ...EMPTY_PLAN,
    writes: writes.map(({ path: to, text, mode }) => ({ path: to, bytes: Buffer.from(text), mode })),
    renames,
    deletes,
  }));

async function tryApply(world: Pick<MemoryWorld, 'apply'>, one: Plan): Promise<boolean> {
  try {
    await world.apply(one);
    return true;
  } catch {
    return false;
  }
}

describe('a plan', () => {
  it('does the same on a disk and in memory, and is refused by both or by neither', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 4 }), async (plans) => {
        const files = { 'a.md': 'A', 'deep/d.md': 'D' };
        const root = temporaryFolder();
        fill(root, files);
        const [disk, memory] = [worldOn(root), memoryWorld({ files })];
        for (const one of plans) expect(await tryApply(disk, one)).toBe(await tryApply(memory, one));
        const listed = (await disk.list('')).map((file) => file.path);
        expect(listed).toEqual(Object.keys(memory.files()));
        for (const file of listed) expect(readFileSync(join(root, file), 'utf8')).toBe(memory.text(file));
      }),
      { numRuns: 150 },
    );
  });
});
