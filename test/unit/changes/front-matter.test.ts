import { expect, test } from 'vitest';
import { compareDocuments } from '../../../src/changes/compare-documents.ts';
import { type MarkdownFile, readMarkdown } from '../../../src/drafts/read-markdown.ts';

const REFS = { from: { id: 'a', title: 'A' }, to: { id: 'b', title: 'B' } };
const TEXT = '# Guide\n\nA paragraph with a [link](https://a.example/x) in it.\n';

function compare(from: string | MarkdownFile[], to: string | MarkdownFile[]) {
  return compareDocuments(readMarkdown(from), readMarkdown(to), REFS);
}

test('keys of front matter are compared, with their lines; a title is compared as the heading it is', () => {
  const log = compare(
    `---\ntitle: Guide\nversion: 1\nowner: OHCHR\n---\n\n${TEXT}`,
    `---\ntitle: Manual\nowner: OHCHR\nversion: 2\ntags: [a, b]\n---\n\n${TEXT}`,
  );
  expect(log.frontMatter).toEqual([
    {
      id: 'f1',
      key: 'version',
      from: { file: 'text.md', line: 3, value: '1' },
      to: { file: 'text.md', line: 4, value: '2' },
    },
    { id: 'f2', key: 'tags', to: { file: 'text.md', line: 5, value: 'a, b' } },
  ]);
});

test('front matter that came or went is told key by key, and the same front matter not at all', () => {
  const headed = `---\nstatus: draft\n---\n\n${TEXT}`;
  expect(compare(headed, TEXT).frontMatter).toEqual([
    { id: 'f1', key: 'status', from: { file: 'text.md', line: 2, value: 'draft' } },
  ]);
  expect(compare(headed, headed)).not.toHaveProperty('frontMatter');
  expect(compare(headed, headed.replace('draft', '"draft"'))).not.toHaveProperty('frontMatter');
});

test('of several files those of one name are compared', () => {
  const files = (status: string): MarkdownFile[] => [
    { file: 'a.md', source: `---\nstatus: ${status}\n---\n\n${TEXT}` },
    { file: 'b.md', source: '---\nstatus: final\n---\n\n# Annex\n\nMore.\n' },
  ];
  const [only, ...more] = compare(files('draft'), files('final')).frontMatter ?? [];
  expect([only?.to, more]).toEqual([{ file: 'a.md', line: 2, value: 'final' }, []]);
});

test('a link that leads elsewhere is told with both addresses', () => {
  const [change] = compare(TEXT, TEXT.replace('a.example/x', 'b.example/y')).changes.filter(
    ({ kind }) => kind !== 'unchanged',
  );
  expect(change?.targets).toEqual({ from: ['https://a.example/x'], to: ['https://b.example/y'] });
});
