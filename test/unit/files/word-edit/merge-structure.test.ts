import { describe, expect, it } from 'vitest';
import { readWord } from '../../../../src/files/word/read-word.ts';
import { blockLines, viewBlocks, type WordView } from '../../../../src/files/word/views.ts';
import type { WordFile } from '../../../../src/files/word/word-types.ts';
import { mergeReviews } from '../../../../src/files/word-edit/merge-reviews.ts';
import { readZip } from '../../../../src/files/zip-read.ts';
import { para, type WordParts, wordBytes } from '../word/word-files.ts';

const run = (text: string, looks = '') =>
  `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const ins = (text: string, author = 'Ada') => `<w:ins w:id="1" w:author="${author}">${run(text)}</w:ins>`;
const del = (text: string, author = 'Ada') =>
  `<w:del w:id="2" w:author="${author}"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const cell = (inner: string, properties = '') =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`;
const row = (cells: readonly string[], properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
const words = (...texts: readonly string[]) => texts.map((text) => cell(para(text)));

function read(bytes: Uint8Array): WordFile {
  const reading = readWord(bytes);
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.file;
}

function lines(bytes: Uint8Array, view: WordView): string[] {
  const file = read(bytes);
  return blockLines(viewBlocks(file.body, file, view));
}

function notes(bytes: Uint8Array, view: WordView): string[] {
  const file = read(bytes);
  return file.notes.map(({ blocks }) =>
    blockLines(viewBlocks(blocks, file, view))
      .join('\n')
      .trim(),
  );
}

function kinds(bytes: Uint8Array): string[] {
  return read(bytes).revisions.map(({ kind, target, author }) => `${kind} ${target} ${author}`);
}

function merge(base: WordParts, copies: Readonly<Record<string, WordParts>>) {
  const all = Object.entries(copies).map(([name, parts]) => {
    const bytes = wordBytes(parts);
    return { name, bytes, file: read(bytes) };
  });
  const result = mergeReviews(wordBytes(base), all);
  if ('problem' in result) throw new Error(result.problem.message);
  const zip = readZip(result.bytes);
  const xml = 'archive' in zip ? new TextDecoder().decode(zip.archive.read('word/document.xml')) : '';
  return { ...result, xml };
}

describe('tables of reviewed copies', () => {
  const rows = [row(words('a', 'b')), row(words('c', 'd')), row(words('e', 'f'))] as const;
  const BASE = para('Before.') + table(...rows) + para('After.');

  it('take new rows and lose old ones under the names of who did it', () => {
    const inserted = row(
      [cell(`<w:p>${ins('x')}</w:p>`), cell(`<w:p>${ins('y')}</w:p>`)],
      '<w:ins w:id="9" w:author="Ada"/>',
    );
    const gone = row(
      [cell(`<w:p>${del('c', 'Ben')}</w:p>`), cell(`<w:p>${del('d', 'Ben')}</w:p>`)],
      '<w:del w:id="9" w:author="Ben"/>',
    );
    const { bytes, left } = merge(
      { body: BASE },
      {
        ada: { body: para('Before.') + table(rows[0], inserted, rows[1], rows[2]) + para('After.') },
        ben: { body: para('Before.') + table(rows[0], gone, rows[2]) + para('After.') },
      },
    );
    expect(lines(bytes, 'original')).toEqual(['Before.', 'a\tb', 'c\td', 'e\tf', 'After.']);
    expect(lines(bytes, 'accepted')).toEqual(['Before.', 'a\tb', 'x\ty', 'e\tf', 'After.']);
    expect(kinds(bytes)).toEqual(expect.arrayContaining(['insertion row Ada', 'deletion row Ben']));
    expect([...left.values()].flat()).toEqual([]);
  });

  it('take new cells and lose old ones', () => {
    const more = row([
      ...words('a'),
      cell(`<w:p>${ins('new')}</w:p>`, '<w:cellIns w:id="3" w:author="Ada"/>'),
      ...words('b'),
    ]);
    const less = row([cell(para('c')), cell(`<w:p>${del('d')}</w:p>`, '<w:cellDel w:id="4" w:author="Ada"/>')]);
    const { bytes } = merge(
      { body: BASE },
      { ada: { body: para('Before.') + table(more, less, rows[2]) + para('After.') } },
    );
    expect(lines(bytes, 'original')).toEqual(['Before.', 'a\tb', 'c\td', 'e\tf', 'After.']);
    expect(lines(bytes, 'accepted')).toEqual(['Before.', 'a\tnew\tb', 'c', 'e\tf', 'After.']);
  });

  it('take new rows with the links in them', () => {
    const link = `<w:hyperlink r:id="l1"><w:ins w:id="8" w:author="Ada">${run('page')}</w:ins></w:hyperlink>`;
    const fresh = row([cell(`<w:p>${ins('x')}</w:p>`), cell(`<w:p>${link}</w:p>`)], '<w:ins w:id="9" w:author="Ada"/>');
    const { bytes, xml } = merge(
      { body: BASE },
      {
        ada: {
          body: para('Before.') + table(...rows, fresh) + para('After.'),
          relations:
            '<Relationship Id="l1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/>',
        },
      },
    );
    expect(lines(bytes, 'accepted')).toEqual(['Before.', 'a\tb', 'c\td', 'e\tf', 'x\tpage', 'After.']);
    expect(xml).toContain(' HYPERLINK "https://example.org/" ');
  });

  it('come and go whole, with what stands between them', () => {
    const fresh = table(row([cell(`<w:p>${ins('n')}</w:p>`)], '<w:ins w:id="9" w:author="Ada"/>'));
    const between = `<w:p><w:pPr><w:rPr><w:ins w:id="5" w:author="Ada"/></w:rPr></w:pPr>${ins('Between.')}</w:p>`;
    const { bytes } = merge(
      { body: BASE },
      { ada: { body: para('Before.') + table(...rows) + between + fresh + para('After.') } },
    );
    expect(lines(bytes, 'accepted')).toEqual(['Before.', 'a\tb', 'c\td', 'e\tf', 'Between.', 'n', 'After.']);
    expect(lines(bytes, 'original')).toEqual(['Before.', 'a\tb', 'c\td', 'e\tf', 'After.']);
  });

  it('inside cells take rows of their own, and leave the table around them', () => {
    const outer = (...inner: readonly string[]) =>
      para('Before.') +
      table(row([cell(para('a')), cell(para('b'))]), row([cell(para('c')), cell(table(...inner) + para('d'))])) +
      para('After.');
    const [one, two] = [row(words('one', '1')), row(words('two', '2'))];
    const fresh = row(
      [cell(`<w:p>${ins('more')}</w:p>`), cell(`<w:p>${ins('3')}</w:p>`)],
      '<w:ins w:id="9" w:author="Ada"/>',
    );
    const base = { body: outer(one, two) };
    const { bytes, left } = merge(base, { ada: { body: outer(one, fresh, two) }, ben: base });
    expect(lines(bytes, 'original')).toEqual(lines(wordBytes(base), 'original'));
    expect(lines(bytes, 'accepted')).toEqual(
      lines(wordBytes({ body: outer(one, row(words('more', '3')), two) }), 'accepted'),
    );
    expect(kinds(bytes).filter((kind) => kind.includes('row'))).toEqual(['insertion row Ada']);
    expect([...left.values()].flat()).toEqual([]);
  });

  it('show rows that came and went without tracking under the name of the copy', () => {
    const { bytes } = merge(
      { body: BASE },
      { ada: { body: para('Before.') + table(rows[0], row(words('p', 'q')), rows[1]) + para('After.') } },
    );
    expect(lines(bytes, 'original')).toEqual(['Before.', 'a\tb', 'c\td', 'e\tf', 'After.']);
    expect(lines(bytes, 'accepted')).toEqual(['Before.', 'a\tb', 'p\tq', 'c\td', 'After.']);
    expect(kinds(bytes)).toEqual(expect.arrayContaining(['insertion row ada', 'deletion row ada']));
  });

  it('keep the properties that reviewers give them, and those they had', () => {
    const change = '<w:trPrChange w:id="6" w:author="Ada"><w:trPr/></w:trPrChange>';
    const tall = row(words('a', 'b'), `<w:trHeight w:val="900"/>${change}`);
    const { xml } = merge(
      { body: BASE },
      { ada: { body: para('Before.') + table(tall, rows[1], rows[2]) + para('After.') } },
    );
    expect(xml).toMatch(
      /<w:tr><w:trPr><w:trHeight w:val="900"\/><w:trPrChange w:id="\d+" w:author="Ada"><w:trPr><\/w:trPr><\/w:trPrChange><\/w:trPr>/u,
    );
  });
});

describe('looks in reviewed copies', () => {
  const BASE = `<w:p>${run('States should ask children.')}</w:p>`;
  const bold = (text: string, author: string) =>
    run(text, `<w:b/><w:rPrChange w:id="3" w:author="${author}"><w:rPr/></w:rPrChange>`);

  it('are changed with tracking, and the second who does it is told', () => {
    const { bytes, xml } = merge(
      { body: BASE },
      {
        ada: { body: `<w:p>${run('States ')}${bold('should ask', 'Ada')}${run(' children.')}</w:p>` },
        ben: {
          body: `<w:p>${run('States should ')}${bold('ask', 'Ben')}${ins(' all', 'Ben')}${run(' children.')}</w:p>`,
        },
      },
    );
    expect(xml).toMatch(
      /<w:r><w:rPr><w:b\/><w:rPrChange w:id="\d+" w:author="Ada"><w:rPr><\/w:rPr><\/w:rPrChange><\/w:rPr><w:t xml:space="preserve">should <\/w:t><\/w:r>/u,
    );
    expect(lines(bytes, 'accepted')).toEqual(['States should ask all children.']);
    expect(read(bytes).comments.map(({ text }) => text)).toEqual([
      'Ben changes how these words look as well (bold): “ask”.',
    ]);
  });

  it('of paragraphs are changed with tracking, styles by their names', () => {
    const styles = (id: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="heading 2"/></w:style>`;
    const pPr = '<w:pPr><w:pStyle w:val="H2"/><w:pPrChange w:id="3" w:author="Ada"><w:pPr/></w:pPrChange></w:pPr>';
    const { xml } = merge(
      { body: BASE, styles: styles('Heading2') },
      { ada: { body: `<w:p>${pPr}${run('States should ask children.')}</w:p>`, styles: styles('H2') } },
    );
    expect(xml).toMatch(
      /<w:pPr><w:pStyle w:val="Heading2"\/><w:pPrChange w:id="\d+" w:author="Ada"><w:pPr\/><\/w:pPrChange><\/w:pPr>/u,
    );
  });

  it('of new words are those of the copy', () => {
    const emphasis = `<w:ins w:id="1" w:author="Ada">${run('all ', '<w:i/>')}</w:ins>`;
    const { xml } = merge(
      { body: BASE },
      { ada: { body: `<w:p>${run('States should ask ')}${emphasis}${run('children.')}</w:p>` } },
    );
    expect(xml).toContain('<w:rPr><w:i/></w:rPr><w:t xml:space="preserve">all </w:t>');
  });
});

describe('moves in reviewed copies', () => {
  it('are moves in the merged file, with names of their own', () => {
    const BASE = para('One.') + para('Two.') + para('Three.');
    const from = '<w:moveFromRangeStart w:id="4" w:author="Ada" w:name="m"/>';
    const to = '<w:moveToRangeStart w:id="6" w:author="Ada" w:name="m"/>';
    const copy =
      `${from}<w:p><w:pPr><w:rPr><w:moveFrom w:id="5" w:author="Ada"/></w:rPr></w:pPr><w:moveFrom w:id="5" w:author="Ada">${run('One.')}</w:moveFrom></w:p><w:moveFromRangeEnd w:id="4"/>` +
      para('Two.') +
      `${to}<w:p><w:pPr><w:rPr><w:moveTo w:id="7" w:author="Ada"/></w:rPr></w:pPr><w:moveTo w:id="7" w:author="Ada">${run('One.')}</w:moveTo></w:p><w:moveToRangeEnd w:id="6"/>` +
      para('Three.');
    const { bytes, xml } = merge({ body: BASE }, { ada: { body: copy } });
    expect(lines(bytes, 'original')).toEqual(['One.', 'Two.', 'Three.']);
    expect(lines(bytes, 'accepted')).toEqual(['Two.', 'One.', 'Three.']);
    const moves = read(bytes).revisions.filter(({ kind }) => kind.startsWith('move'));
    expect([...new Set(moves.map(({ kind, move }) => `${kind} ${move}`))]).toEqual([
      'move-from copy1-move1',
      'move-to copy1-move1',
    ]);
    expect(xml.match(/RangeStart/gu)).toHaveLength(2);
    expect(xml.match(/RangeEnd/gu)).toHaveLength(2);
  });

  it('stand before an empty paragraph that words are moved to', () => {
    const from = '<w:moveFromRangeStart w:id="4" w:author="Ada" w:name="m"/>';
    const to = '<w:moveToRangeStart w:id="6" w:author="Ada" w:name="m"/>';
    const moved = (kind: string) =>
      `<w:p><w:pPr><w:rPr><w:${kind} w:id="5" w:author="Ada"/></w:rPr></w:pPr><w:${kind} w:id="5" w:author="Ada">${run('One.')}</w:${kind}></w:p>`;
    const copy = `${from}${moved('moveFrom')}<w:moveFromRangeEnd w:id="4"/>${para('Two.')}${to}${moved('moveTo')}<w:moveToRangeEnd w:id="6"/><w:p/>${para('Three.')}`;
    const base = `${para('One.')}${para('Two.')}<w:p/>${para('Three.')}`;
    const { bytes, xml } = merge({ body: base }, { ada: { body: copy } });
    expect(lines(bytes, 'accepted')).toEqual(['Two.', 'One.', '', 'Three.']);
    expect(xml.indexOf('moveToRangeStart')).toBeLessThan(xml.indexOf('<w:moveTo '));
    expect(xml.indexOf('moveToRangeStart')).toBeLessThan(xml.indexOf('moveToRangeEnd'));
  });

  it('are no moves where somebody else takes the words out', () => {
    const mover = `<w:p><w:moveFromRangeStart w:id="4" w:author="Ada" w:name="m"/><w:moveFrom w:id="5" w:author="Ada">${run('One. ')}</w:moveFrom><w:moveFromRangeEnd w:id="4"/>${run('Two.')}<w:moveToRangeStart w:id="6" w:author="Ada" w:name="m"/><w:moveTo w:id="7" w:author="Ada">${run(' One.')}</w:moveTo><w:moveToRangeEnd w:id="6"/></w:p>`;
    const { bytes, xml } = merge(
      { body: para('One. Two.') },
      { ben: { body: `<w:p>${del('One. ', 'Ben')}${run('Two.')}</w:p>` }, ada: { body: mover } },
    );
    expect(xml).not.toContain('move');
    expect(lines(bytes, 'accepted')).toEqual(['Two. One.']);
    expect(lines(bytes, 'original')).toEqual(['One. Two.']);
  });
});

describe('notes in reviewed copies', () => {
  const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const note = (id: number, inner: string) => `<w:footnote w:id="${id}"><w:p>${inner}</w:p></w:footnote>`;
  const BASE: WordParts = {
    body: `<w:p>${run('Children')}${mark(1)}${run(' and youth')}${mark(2)}${run('.')}</w:p>`,
    footnotes: note(1, run('Under 18.')) + note(2, run('Under 25.')),
  };

  it('are changed where they are changed, also where the copy gave them other numbers', () => {
    const { bytes } = merge(BASE, {
      ada: {
        body: `<w:p>${run('Children')}${mark(5)}${run(' and youth')}${mark(6)}${run('.')}</w:p>`,
        footnotes: note(5, run('Under ') + del('18') + ins('19') + run('.')) + note(6, run('Under 25.')),
      },
      ben: {
        ...BASE,
        footnotes: note(1, run('Under 18.')) + note(2, run('Under 25') + ins(' years', 'Ben') + run('.')),
      },
    });
    expect(notes(bytes, 'original')).toEqual(['Under 18.', 'Under 25.']);
    expect(notes(bytes, 'accepted')).toEqual(['Under 19.', 'Under 25 years.']);
  });

  it('are told where they stand in a paragraph that came without tracking', () => {
    const { bytes, left } = merge(BASE, {
      ada: {
        body: `${BASE.body}<w:p>${run('Elders as well.')}${mark(3)}</w:p>`,
        footnotes: `${BASE.footnotes}${note(3, run('Over 60.'))}`,
      },
    });
    expect(lines(bytes, 'accepted').at(-1)).toContain('Elders as well.');
    expect(left.get('ada')).toEqual([{ author: 'ada', what: 'puts a footnote in here: “Over 60.”' }]);
  });

  it('hold no moves, which have no marks around them there', () => {
    const moved = (kind: string, words: string) => `<w:${kind} w:id="5" w:author="Ada">${run(words)}</w:${kind}>`;
    const own = moved('moveFrom', 'Under ') + run('18.') + moved('moveTo', ' Under');
    const { bytes } = merge(BASE, {
      ada: { body: BASE.body, footnotes: note(1, own) + note(2, run('Under 25.')) },
    });
    expect(notes(bytes, 'accepted')).toEqual(['18. Under', 'Under 25.']);
    expect(notes(bytes, 'original')).toEqual(['Under 18.', 'Under 25.']);
    expect(kinds(bytes)).toEqual(['deletion text Ada', 'insertion text Ada']);
  });

  it('come and go with their marks', () => {
    const { bytes } = merge(BASE, {
      ada: {
        body: `<w:p>${run('Children')}<w:del w:id="3" w:author="Ada">${mark(1)}</w:del>${run(' and youth')}${mark(2)}<w:ins w:id="4" w:author="Ada">${mark(3)}</w:ins>${run('.')}</w:p>`,
        footnotes: note(1, run('Under 18.')) + note(2, run('Under 25.')) + note(3, ins('A third.')),
      },
    });
    const file = read(bytes);
    const marks = (view: WordView) =>
      viewBlocks(file.body, file, view).flatMap((block) =>
        block.type === 'paragraph' ? block.pieces.filter(({ type }) => type === 'note').map(({ text }) => text) : [],
      );
    expect(marks('original')).toEqual(['1', '2']);
    expect(marks('accepted')).toEqual(['2', '3']);
    expect(notes(bytes, 'accepted').at(-1)).toBe('A third.');
  });

  it('come to a text that had none', () => {
    const { bytes } = merge(
      { body: para('Children.') },
      {
        ada: {
          body: `<w:p>${run('Children')}<w:ins w:id="4" w:author="Ada">${mark(1)}</w:ins>${run('.')}</w:p>`,
          footnotes: note(1, ins('Under 18.')),
        },
      },
    );
    expect(notes(bytes, 'accepted')).toEqual(['Under 18.']);
    expect(lines(bytes, 'original')).toEqual(['Children.']);
  });
});

describe('what else reviewed copies hold', () => {
  it('is carried: words that one puts in and another takes out, links, formulas and fields that go', () => {
    const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const sum = (first: string) => `<m:oMath ${M}>${first}<m:r><m:t>x</m:t></m:r></m:oMath>`;
    const field = (inner: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const base = `<w:p>${run('One ')}${sum('<m:r><m:t>2</m:t></m:r>')}${run(' on page ')}${field(run('4'))}${run('.')}</w:p>`;
    const both = `<w:ins w:id="1" w:author="Ada"><w:del w:id="2" w:author="Ben"><w:r><w:delText>maybe </w:delText></w:r></w:del></w:ins>`;
    const copy = `<w:p>${run('One ')}${both}${sum('<w:del w:id="3" w:author="Ada"><m:r><m:t>2</m:t></m:r></w:del>')}${run(' on page ')}${field(del('4'))}${run('.')}</w:p>`;
    const { bytes, xml, left } = merge({ body: base }, { ada: { body: copy } });
    expect(lines(bytes, 'original')).toEqual(['One 2x on page 4.']);
    expect(lines(bytes, 'accepted')).toEqual(['One x on page .']);
    expect(xml).toMatch(/<w:ins [^>]*"Ada"[^>]*><w:del [^>]*"Ben"[^>]*><w:r><w:delText [^>]*>maybe /u);
    expect(xml).toContain('<w:delInstrText>PAGE</w:delInstrText>');
    expect(left.get('ada')).toEqual([]);
  });

  it('is not taken for deleted where the copy is of another text', () => {
    const { bytes, foreign } = merge(
      { body: para('One two three.') + para('Four five six.') },
      { other: { body: para('Nothing in common at all with it.') } },
    );
    expect(foreign).toEqual(['other']);
    expect(lines(bytes, 'original')).toEqual(['One two three.', 'Four five six.']);
    expect(lines(bytes, 'accepted')).toEqual(['Nothing in common at all with it.', 'One two three.', 'Four five six.']);
  });

  it('takes no rows out where the copy is of another text', () => {
    const base = {
      body: para('One two three.') + para('Four five six.') + table(row(words('a', 'b')), row(words('c', 'd'))),
    };
    const other = { body: para('Nothing in common at all with it.') + table(row(words('a', 'b'))) };
    const { bytes, foreign } = merge(base, { other });
    expect(foreign).toEqual(['other']);
    expect(kinds(bytes).filter((kind) => kind.startsWith('deletion'))).toEqual([]);
  });

  it('is told where it is a change of a header or footer', () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const { left, bytes } = merge(
      { body: para('Words.') },
      {
        ada: {
          body: para('Words.'),
          more: { 'word/footer1.xml': `<w:ftr ${W}><w:p>${ins('Page')}</w:p></w:ftr>` },
          relations:
            '<Relationship Id="f1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>',
        },
      },
    );
    expect(left.get('ada')).toEqual([{ author: 'Ada', what: 'puts into the footer: “Page”' }]);
    expect(read(bytes).comments[0]?.text).toBe('Ada puts into the footer: “Page”.');
  });
});
