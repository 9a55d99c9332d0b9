import { describe, expect, it } from 'vitest';
import { para, wordBytes } from '../word/word-files.ts';
import { cell, del, ins, kinds, lines, merge, row, run, table, words } from './reviewed-files.ts';

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
