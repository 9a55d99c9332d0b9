import { expect, test } from 'vitest';
import { readPages, withPageMarks } from '../../../../src/formats/pdf/pages.ts';
import { pdfPages } from '../../../../src/formats/pdf.ts';
import { read } from '../../changes/documents.ts';
import { testAssets } from './shipped.ts';

test('a mark stands before every block of the text, and nowhere inside one', () => {
  const place = { file: 'a.md', line: 3, column: 1 };
  const source = { main: '#setup\n#p("One")\n#box(\np("Two"),\n)\n', lines: [undefined, place, place, place, place] };
  const [setup, one, box, inner, end] = withPageMarks(source).split('\n');
  expect([setup, inner, end]).toEqual(['#setup', 'p("Two"),', ')']);
  expect(one).toMatch(/^#context \[#metadata\(\(1, .*\]#p\("One"\)$/u);
  expect(box).toMatch(/^#context \[#metadata\(\(2, .*\]#box\($/u);
  expect(readPages(source, [[1, 4], 'odd', [9, 1]])).toEqual([{ file: 'a.md', line: 3, page: 4 }]);
});

test('blocks are found on the pages they are printed on', async () => {
  const text = `# Title\n\n${Array.from({ length: 60 }, (_, at) => `Paragraph ${at} ${'goes on and on. '.repeat(20)}`).join('\n\n')}\n`;
  const pages = await pdfPages(read(text), testAssets());
  // Elsewhere than on the native compiler's machines there are none.
  if (pages.length === 0) return;
  expect(pages.length).toBeGreaterThan(60);
  expect(pages.map(({ page }) => page)).toEqual(pages.map(({ page }) => page).sort((a, b) => a - b));
  expect(new Set(pages.map(({ page }) => page)).size).toBeGreaterThan(3);
});
