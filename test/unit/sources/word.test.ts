import { describe, expect, it } from 'vitest';
import { textToMarkdown } from '../../../src/formats/md.ts';
import { viewLines, wordFacts } from '../../../src/sources/word/word-facts.ts';
import { type ShownView, wordTree } from '../../../src/sources/word/word-tree.ts';
import { del, ins, para, wordFile } from '../files/word/word-files.ts';
import { META } from '../formats/sample-document.ts';

const STYLES = '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>';
const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>';
const item = (text: string, level: number): string =>
  para(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr>`);
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const row = (properties: string, ...cells: string[]): string =>
  `<w:tr>${properties}${cells.map((cell) => `<w:tc>${para(cell)}</w:tc>`).join('')}</w:tr>`;

const FILE = wordFile({
  styles: STYLES,
  numbering: NUMBERING,
  body: [
    para('Participation', '<w:pStyle w:val="H2"/>'),
    `<w:p>${run('States ')}${del('should')}${ins('shall')}${run(' hear', '<w:b/>')}<w:commentRangeStart w:id="3"/>${run(' children')}<w:commentRangeEnd w:id="3"/>${run('.')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    item('First', 0),
    item('Deeper', 1),
    item('Second', 0),
    `<w:tbl>${row('', 'a', 'b')}${row('<w:trPr><w:ins w:id="9" w:author="Ada"/></w:trPr>', 'c', 'd')}</w:tbl>`,
  ].join(''),
  footnotes: `<w:footnote w:id="2">${para('See the Convention.')}</w:footnote>`,
  comments: `<w:comment w:id="3" w:author="Ben" w:date="2023-01-02T00:00:00Z">${para('All of them?')}</w:comment>`,
});

const markdown = (view: ShownView): string => textToMarkdown({ root: wordTree(FILE, view), meta: META });

describe('a Word file as Markdown', () => {
  it('says what each version says', async () => {
    const all = (['original', 'accepted', 'tracked'] as const).map((view) => `<!-- ${view} -->\n\n${markdown(view)}`);
    await expect(all.join('\n')).toMatchFileSnapshot('../../cases/word/views.md');
  });
});

describe('a Word file as lines and as data', () => {
  it('marks what came and went, and puts comments behind their paragraph', () => {
    expect(viewLines(FILE, 'tracked')).toContain(
      'States {--should--}{++shall++} hear children.{>>Ben: All of them?<<}',
    );
    expect(viewLines(FILE, 'tracked')).toContain('{++c\td++}');
  });

  it('has every comment and every change', () => {
    const { comments, revisions, text } = wordFacts(FILE, 'original');
    expect(comments).toMatchObject([
      { id: '3', author: 'Ben', quoted: ' children', text: 'All of them?', resolved: false },
    ]);
    expect(revisions.map(({ kind, target, text: words }) => [kind, target, words])).toEqual([
      ['deletion', 'text', 'should'],
      ['insertion', 'text', 'shall'],
      ['insertion', 'row', ''],
    ]);
    expect(text).toContain('a\tb');
    expect(text).not.toContain('c\td');
  });
});
