import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../unit/io/temporary.ts';
import { childProgram, faultAt } from './kill/child-program.ts';

const children = childProgram('make.ts');
beforeAll(children.build);
afterAll(children.remove);

const WHOLE = ['.git', '.penholder', 'a.md', 'drafts'];
const names = (folder: string) => readdirSync(folder).sort();

describe('a folder made whole', () => {
  it.each([
    ['that is missing', 'new', false],
    ['that is empty', 'new', true],
    ['somebody stands in', '.', true],
  ])(
    '%s: is as before or whole wherever the command is killed, and the next one mends it',
    async (_, name, there) => {
      const ends = new Set<string>();
      for (let step = 1; ; step += 1) {
        const root = temporaryFolder();
        const target = join(root, name);
        if (there) mkdirSync(target, { recursive: true });
        const { output, killed } = await children.run([target, root, faultAt('kill', step)]);
        if (name === 'new') {
          const content = names(root).includes('new') ? names(target) : [];
          expect([[], WHOLE], `step ${step}`).toContainEqual(content);
        }
        const again = await children.run([target, root, faultAt('kill', Number.MAX_SAFE_INTEGER)]);
        expect(again.output, `after step ${step}`).toMatch(killed ? /done (?:made|finished)|not empty/u : /not empty/u);
        expect(names(target), `after step ${step}`).toEqual(WHOLE);
        expect(names(root), `after step ${step}`).toEqual(name === '.' ? WHOLE : ['new']);
        ends.add(/done \w+|not empty/u.exec(again.output)?.[0] ?? '');
        if (!killed) {
          expect(output).toContain('done made');
          break;
        }
      }
      expect([...ends]).toEqual(expect.arrayContaining(['done made', 'done finished']));
    },
    600_000,
  );
});
