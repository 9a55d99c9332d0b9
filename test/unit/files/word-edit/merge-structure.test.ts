import { describe, expect, it } from 'vitest';
import { para } from '../word/word-files.ts';
import { del, ins, kinds, lines, merge, read, row, run, table, words } from './reviewed-files.ts';

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
