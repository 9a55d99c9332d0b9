import { expect, test } from 'vitest';
import { run } from '../../../src/commands/review.ts';
import { memoryWorld } from '../../../src/io/memory-world.ts';
import { del, ins, wordBytes } from '../files/word/word-files.ts';
import { memoryContext } from './memory-context.ts';

const FILE = wordBytes({
  body: `<w:p>${del('old')}${ins('new \u001b[31m')}</w:p>`.replace('\u001b', '&#x202e;'),
  more: { 'word/vbaProject.bin': 'x' },
});
const named = {
  '/texts/reviewed.docx': FILE,
  '/texts/old.doc': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
};

async function call(args: readonly string[], options: Readonly<Record<string, unknown>> = {}) {
  const called = memoryContext(memoryWorld({ named }), { outside: true, folder: '/texts' });
  const code = await run({ args, options }, called.context);
  return { code, out: called.printed(), said: called.said() };
}

test('a Word file is shown in each version, outside a workspace too, and nothing of it runs', async () => {
  expect(await call(['show', 'reviewed.docx'], { view: 'original' })).toEqual({
    code: 0,
    out: 'old\n',
    said: 'reviewed.docx: It holds macros, which were not run.\n',
  });
  expect((await call(['show', 'reviewed.docx'])).out).toBe('new \\u{202e}[31m\n');
  expect((await call(['show', 'reviewed.docx'], { view: 'tracked', to: 'md' })).out).toContain(
    '<del>old</del><ins>new',
  );
  expect(JSON.parse((await call(['show', 'reviewed.docx'], { to: 'json' })).out)).toMatchObject({
    view: 'accepted',
    revisions: [
      { kind: 'deletion', author: 'Ben', text: 'old' },
      { kind: 'insertion', author: 'Ada' },
    ],
    warnings: ['macros'],
  });
});

test.each([
  [['show', 'none.docx'], /no file none\.docx/u],
  [['show', 'old.doc'], /password.*or in the old binary format/u],
  [['show'], /One Word file/u],
  [['nonsense'], /can't do "nonsense"/u],
])('%j is refused', async (args, words) => {
  await expect(call(args)).rejects.toThrow(words);
});
