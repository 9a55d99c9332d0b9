import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, test, vi } from 'vitest';
import { type ChangeLog, compareDocuments, type Document, markUp, readMarkdown } from '../../src/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REFS = { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } };

/** The example of the README, and what it says it prints. */
function readExample(): { code: string; printed: string[] } {
  const [, code = ''] =
    /```ts\n(import \{ compareDocuments.*?)```/su.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  return { code, printed: [...code.matchAll(/^\/\/ (.*)$/gmu)].map(([, line = '']) => line) };
}

test('the example of the README prints what it says', async () => {
  const { code, printed } = readExample();
  expect(printed).toHaveLength(1);
  const folder = join(ROOT, 'build', `library-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words.join(' ')));
  try {
    const outfile = join(folder, 'example.mjs');
    await build({
      stdin: { contents: code, loader: 'ts', resolveDir: ROOT },
      alias: { penholder: join(ROOT, 'src/index.ts') },
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
      outfile,
    });
    await import(pathToFileURL(outfile).href);
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true });
  }
  expect(said).toEqual(printed);
});

test('files in reading order are one text, in the language of their script', () => {
  const before: Document = readMarkdown([
    { file: 'a.md', source: '---\ntitle: One\n---\n\nThe first text, of some length, says this.\n' },
    { file: 'b.md', source: '# Two\n\nThe second text says that, at equal length.\n' },
  ]);
  const after = readMarkdown([
    { file: 'a.md', source: '---\ntitle: One\n---\n' },
    {
      file: 'b.md',
      source: '# Two\n\nThe second text says that, at equal length.\n\nThe first text, of some length, says this.\n',
    },
  ]);
  const log: ChangeLog = compareDocuments(before, after, REFS);
  const moved = log.changes.filter(({ kind }) => kind === 'moved');
  expect(moved.map(({ from, to }) => [from[0]?.file, to[0]?.file])).toEqual([['a.md', 'b.md']]);
  expect(markUp(before, after, log).root.children.length).toBeGreaterThan(0);
  expect(readMarkdown('# واجبات\n\nنص.\n').meta).toMatchObject({ language: 'ar', direction: 'rtl' });
});
