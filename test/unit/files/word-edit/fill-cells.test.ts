import { describe, expect, it } from 'vitest';
import { fillCells, tableWords } from '../../../../src/files/word-edit/fill-cells.ts';
import { readZip } from '../../../../src/files/zip-read.ts';
import { para, wordBytes } from '../word/word-files.ts';

const table = (...cells: readonly string[]) =>
  `<w:tbl><w:tr>${cells.map((inner) => `<w:tc>${inner}</w:tc>`).join('')}</w:tr></w:tbl>`;
const fill = (inner: string, text: readonly string[]) => {
  const filled = fillCells(wordBytes({ body: table(para('Comment'), inner) }), [{ table: 0, row: 0, cell: 1, text }]);
  if ('problem' in filled) throw new Error(filled.problem.message);
  const zip = readZip(filled.bytes);
  const xml = 'archive' in zip ? new TextDecoder().decode(zip.archive.read('word/document.xml')) : '';
  return { xml, words: tableWords(filled.bytes)[0]?.[0]?.map(({ words }) => words) };
};

describe('fillCells', () => {
  it('writes paragraphs behind the words of a cell', () => {
    expect(fill(para('Noted.'), ['Done.', 'Thank you.']).words).toEqual(['Comment', 'Noted.\nDone.\nThank you.']);
  });

  it('takes the room of an empty paragraph, also of one without a closing tag', () => {
    const looks = '<w:pPr><w:jc w:val="end"/></w:pPr>';
    const { xml, words } = fill(`<w:p>${looks}</w:p>`, ['Done.', 'Thank you.']);
    expect(words).toEqual(['Comment', 'Done.\nThank you.']);
    expect(xml.split(looks)).toHaveLength(3);
    expect(fill('<w:p w:rsidR="00A1"/>', ['Done.']).words).toEqual(['Comment', 'Done.']);
  });

  it('keeps what stands in an empty paragraph', () => {
    const mark = '<w:bookmarkStart w:id="7" w:name="here"/><w:bookmarkEnd w:id="7"/>';
    const comment = '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/>';
    const { xml, words } = fill(`<w:p>${mark}${comment}</w:p>`, ['Done.']);
    expect(words).toEqual(['Comment', 'Done.']);
    expect(xml).toContain(mark + comment);
  });
});
