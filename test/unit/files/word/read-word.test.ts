import { describe, expect, it } from 'vitest';
import { readWord } from '../../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks } from '../../../../src/files/word/views.ts';
import { del, ins, para, wordBytes, wordFile } from './word-files.ts';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const comment = (id: string, author: string, text: string, key: string): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:initials="X"><w:p w14:paraId="${key}">${run(text)}</w:p></w:comment>`;

function lines(body: string): { original: string[]; accepted: string[] } {
  const file = wordFile({ body });
  const view = (name: 'original' | 'accepted') => blockLines(viewBlocks(file.body, file, name));
  return { original: view('original'), accepted: view('accepted') };
}

describe('both versions of a tracked text', () => {
  it('have what was deleted, or what was inserted', () => {
    expect(lines(`<w:p>${run('States ')}${del('should')}${ins('shall')}${run(' act.')}</w:p>`)).toEqual({
      original: ['States should act.'],
      accepted: ['States shall act.'],
    });
  });

  it('have nothing of what one reviewer inserted and another deleted', () => {
    const both = `<w:ins w:id="1" w:author="Ada"><w:del w:id="2" w:author="Ben"><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins>`;
    expect(lines(`<w:p>${run('Here')}${both}</w:p>`)).toEqual({ original: ['Here'], accepted: ['Here'] });
  });

  it('run paragraphs together where a mark was deleted, and part them where one was inserted', () => {
    const mark = (kind: string) => `<w:rPr><w:${kind} w:id="3" w:author="Ada"/></w:rPr>`;
    expect(lines(para('One ', mark('del')) + para('two.'))).toEqual({
      original: ['One ', 'two.'],
      accepted: ['One two.'],
    });
    expect(lines(para('One ', mark('ins')) + para('two.'))).toEqual({
      original: ['One two.'],
      accepted: ['One ', 'two.'],
    });
  });

  it('have the rows and cells that stood in them', () => {
    const row = (properties: string, ...cells: string[]) =>
      `<w:tr>${properties}${cells.map((text) => `<w:tc>${para(text)}</w:tc>`).join('')}</w:tr>`;
    const gone = '<w:trPr><w:del w:id="4" w:author="Ada"/></w:trPr>';
    expect(lines(`<w:tbl>${row('', 'a', 'b')}${row(gone, 'c', 'd')}</w:tbl>${para('after')}`)).toEqual({
      original: ['a\tb', 'c\td', 'after'],
      accepted: ['a\tb', 'after'],
    });
  });

  it('know both ends of a move by its name, and no code of a field', () => {
    const end = (kind: string, text: string) =>
      `<w:p><w:${kind}RangeStart w:id="7" w:name="move1"/><w:${kind} w:id="8" w:author="Ada">${run(text)}</w:${kind}><w:${kind}RangeEnd w:id="7"/></w:p>`;
    const field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>';
    const body = `${end('moveFrom', 'Moved.')}${para('Stays.')}${end('moveTo', 'Moved.')}${field}</w:p>`;
    const { revisions } = wordFile({ body });
    expect(revisions).toEqual([
      { kind: 'move-from', target: 'text', author: 'Ada', move: 'move1', text: 'Moved.' },
      { kind: 'move-to', target: 'text', author: 'Ada', move: 'move1', text: 'Moved.' },
    ]);
    expect(lines(body).accepted).toEqual(['', 'Stays.', 'Moved.', '']);
  });

  it('leave out properties as they were, which are changes of their own', () => {
    const body = `<w:p><w:pPr><w:pPrChange w:id="1" w:author="Ada"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:pPrChange></w:pPr>${run('Text')}</w:p>`;
    const { revisions, body: blocks } = wordFile({ body });
    expect(revisions).toEqual([{ kind: 'formatting', target: 'properties', author: 'Ada', text: '' }]);
    expect(blocks).toMatchObject([{ type: 'paragraph' }]);
    expect(blocks[0]).not.toHaveProperty('list');
  });
});

describe('comments', () => {
  const range = (id: string, text: string) =>
    `<w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

  it('have threads, resolved threads, authors and the words they are about', () => {
    const file = wordFile({
      body: `<w:p>${run('Before ')}${range('0', 'these words')}${range('1', '')}</w:p>`,
      comments: comment('0', 'Ada', 'Why?', '0000000A') + comment('1', 'Ben', 'Because.', '0000000B'),
      extended:
        '<w15:commentEx w15:paraId="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="1"/>',
    });
    expect(file.comments).toEqual([
      { id: '0', author: 'Ada', initials: 'X', text: 'Why?', resolved: true, quoted: 'these words', paragraph: 0 },
      {
        id: '1',
        author: 'Ben',
        initials: 'X',
        text: 'Because.',
        parent: '0',
        resolved: true,
        quoted: 'these words',
        paragraph: 0,
      },
    ]);
  });

  it('are one thread where they are on exactly the same words and no part says more', () => {
    const body = `<w:p><w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>${run('same')}<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/></w:p>`;
    const file = wordFile({ body, comments: comment('0', 'Ada', 'One', 'A') + comment('1', 'Ben', 'Two', 'B') });
    expect(file.comments.map(({ parent }) => parent)).toEqual([undefined, '0']);
  });

  it('end where replies answer each other in a circle', () => {
    const extended =
      '<w15:commentEx w15:paraId="A" w15:paraIdParent="B"/><w15:commentEx w15:paraId="B" w15:paraIdParent="A"/>';
    const file = wordFile({
      body: para('x'),
      comments: comment('0', 'A', 'a', 'A') + comment('1', 'B', 'b', 'B'),
      extended,
    });
    expect(file.comments).toHaveLength(2);
  });
});

describe('the rest of a text', () => {
  it('is read: headings by name or outline, lists, notes, links, controls, bookmarks, boxes', () => {
    const styles =
      '<w:style w:styleId="T1"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Own"><w:basedOn w:val="T1"/><w:name w:val="Clause"/></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>';
    const box = `<w:p>${run('Outer')}<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>${para('Boxed')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${para('Boxed')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const control =
      '<w:sdt><w:sdtPr><w:tag w:val="q1"/><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Yes</w:t></w:r></w:p></w:sdtContent></w:sdt>';
    const link = `<w:p><w:hyperlink r:id="rId9">${run('there')}</w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const file = wordFile({
      styles,
      numbering,
      footnotes: `<w:footnote w:type="separator" w:id="-1">${para('-')}</w:footnote><w:footnote w:id="2">${para('A note.')}</w:footnote>`,
      relations: '<Relationship Id="rId9" Type="t/hyperlink" Target="https://example.org" TargetMode="External"/>',
      body: `${para('Title', '<w:pStyle w:val="Own"/>')}${para('Item', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>')}<w:p><w:bookmarkStart w:id="1" w:name="p-1"/>${run('Marked')}<w:bookmarkEnd w:id="1"/></w:p>${link}${control}${box}`,
    });
    const [title, item, marked, linked] = file.body;
    expect(title).toMatchObject({ heading: 2, style: 'Clause' });
    expect(item).toMatchObject({ list: { id: '5', level: 0, ordered: true } });
    expect(marked).toMatchObject({ bookmarks: ['p-1'] });
    expect(linked).toMatchObject({ pieces: [{ link: 'https://example.org' }, { type: 'note', text: '2' }] });
    expect(file.notes.map(({ id, blocks }) => [id, blockLines(blocks)])).toEqual([['2', ['A note.']]]);
    expect(file.controls).toMatchObject([{ tag: 'q1', kind: 'checkbox', checked: true, text: 'Yes' }]);
    expect(blockLines(file.body).slice(-2)).toEqual(['Outer', 'Boxed']);
  });
});

describe('what is no Word file, or a dangerous one', () => {
  it.each([
    ['a workbook', wordBytes({ body: '', more: { 'word/document.xml': '<workbook/>' } }), 'not-a-document'],
    [
      'entities',
      wordBytes({ body: '', more: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="w"/>' } }),
      'doctype',
    ],
    ['open tags', wordBytes({ body: '<w:p><w:r>' }), 'xml'],
    ['a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'ole2'],
    ['text', new TextEncoder().encode('just text'), 'plain-text'],
    [
      'deep tables',
      wordBytes({ body: '<w:tbl><w:tr><w:tc>'.repeat(200) + '</w:tc></w:tr></w:tbl>'.repeat(200) }),
      'xml',
    ],
  ])('is refused: %s', (_, bytes, code) => {
    expect(readWord(bytes)).toMatchObject({ problem: { code } });
  });

  it('has the form fields of older files as controls, with what was filled in', () => {
    const field = (data: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const words = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const named = (name: string) => `<w:name w:val="${name}"/><w:enabled/>`;
    const { controls, body } = wordFile({
      body: `<w:p>${field(`${named('q1')}<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>`, '')}${field(`${named('q2')}<w:checkBox><w:default w:val="0"/></w:checkBox>`, '')}${field(`${named('q3')}<w:textInput/>`, words('Our answer'))}${field(`${named('q4')}<w:textInput/>`, words('\u2002\u2002'))}${field(`${named('q5')}<w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>`, '')}</w:p>`,
    });
    expect(controls.map(({ tag, kind, checked, empty, text }) => [tag, kind, checked ?? (empty ? '' : text)])).toEqual([
      ['q1', 'checkbox', true],
      ['q2', 'checkbox', false],
      ['q3', 'text', 'Our answer'],
      ['q4', 'text', ''],
      ['q5', 'list', 'No'],
    ]);
    expect(blockLines(body)[0]).toContain('Our answer');
  });

  it('has boxes and arrows that were drawn by fonts of symbols', () => {
    const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const { body } = wordFile({
      body: `<w:p>${sign('Wingdings', 'F0FE')}${sign('Wingdings', 'F0A8')}${sign('Wingdings 2', 'F052')}${sign('Symbol', 'F061')}${sign('Arial', '2611')}${sign('Arial', 'D800')}</w:p>`,
    });
    expect(blockLines(body)).toEqual(['☑☐☑α☑']);
  });

  it('is warned of where it holds programs, or leads outside', () => {
    const file = wordFile({
      body: para('x'),
      more: { 'word/vbaProject.bin': 'x' },
      relations:
        '<Relationship Id="a" Type="t/image" Target="http://example.org/x.png" TargetMode="External"/><Relationship Id="b" Type="t/oleObject" Target="embeddings/o.bin"/>',
    });
    expect(file.warnings).toEqual(['macros', 'external', 'embedded']);
  });
});
