import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReviews } from '../../../../src/files/word-edit/merge-reviews.ts';
import { para, wordBytes } from '../word/word-files.ts';
import { lines, read, run } from './reviewed-files.ts';

const by = (author: string) => ({
  ins: (text: string) =>
    `<w:ins w:id="1" w:author="${author}"><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:ins>`,
  del: (text: string) =>
    `<w:del w:id="2" w:author="${author}"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`,
  mark: (kind: 'ins' | 'del') => `<w:pPr><w:rPr><w:${kind} w:id="3" w:author="${author}"/></w:rPr></w:pPr>`,
});

function merged(
  base: string,
  bodies: Readonly<Record<string, string>>,
  comments: Readonly<Record<string, string>> = {},
) {
  const bytes = wordBytes({ body: base });
  const copies = Object.entries(bodies).map(([name, body]) => {
    const copy = wordBytes({ body, ...(comments[name] !== undefined && { comments: comments[name] }) });
    return { name, bytes: copy, file: read(copy) };
  });
  const result = mergeReviews(bytes, copies);
  if ('problem' in result) throw new Error(result.problem.message);
  return result;
}

const BASE = `<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>States</w:t></w:r>${run(' should ask children &amp; youth.')}</w:p>${para('Last.')}`;
const [ada, ben] = [by('Ada'), by('Ben')];

describe('reviewed copies in one file', () => {
  it('stand side by side under their authors, and are the text that was sent when all are rejected', () => {
    const { bytes } = merged(BASE, {
      'ada.docx': `<w:p>${run('States ')}${ada.del('should')}${ada.ins('must')}${run(' ask children &amp; youth.')}</w:p>${para('Last.')}`,
      'ben.docx': `<w:p>${run('States should ')}${ben.ins('always ')}${run('ask children')}${ben.del(' &amp; youth')}${run('.')}</w:p>${para('Last.')}`,
    });
    expect(lines(bytes, 'original')).toEqual(['States should ask children & youth.', 'Last.']);
    expect(lines(bytes, 'accepted')).toEqual(['States must always ask children.', 'Last.']);
    expect(read(bytes).revisions.map(({ kind, author, text }) => [kind, author, text])).toEqual([
      ['deletion', 'Ada', 'should'],
      ['insertion', 'Ada', 'must'],
      ['insertion', 'Ben', 'always '],
      ['deletion', 'Ben', ' & youth'],
    ]);
  });

  it('show competing wordings next to each other, and say who else takes the same words out', () => {
    const { bytes, paragraphs } = merged(BASE, {
      'ada.docx': `<w:p>${run('States ')}${ada.del('should')}${ada.ins('must')}${run(' ask children &amp; youth.')}</w:p>${para('Last.')}`,
      'ben.docx': `<w:p>${run('States ')}${ben.del('should')}${ben.ins('shall')}${run(' ask children &amp; youth.')}</w:p>${para('Last.')}`,
    });
    const file = read(bytes);
    expect(file.revisions.map(({ author, text }) => [author, text])).toEqual([
      ['Ada', 'should'],
      ['Ada', 'must'],
      ['Ben', 'shall'],
    ]);
    expect(file.comments).toMatchObject([
      { author: 'Penholder', text: 'Ben takes these words out as well: “should”.' },
    ]);
    expect(lines(bytes, 'original')[0]).toBe('States should ask children & youth.');
    expect(paragraphs[0]?.edits.map(({ author, copy }) => [author, copy])).toContainEqual(['Ben', 'ben.docx']);
  });

  it('part and join paragraphs, and put new ones where they were put', () => {
    const { bytes } = merged(BASE, {
      'ada.docx': `<w:p>${ada.mark('ins')}${run('States should ask children &amp; youth.')}</w:p><w:p>${ada.ins('New.')}</w:p>${para('Last.')}`,
      'ben.docx': `<w:p>${ben.mark('del')}${run('States should ask children &amp; youth.')}</w:p>${para('Last.')}`,
    });
    expect(lines(bytes, 'original')).toEqual(['States should ask children & youth.', 'Last.']);
    expect(lines(bytes, 'accepted')).toEqual(['States should ask children & youth.', 'New.Last.']);
    const { bytes: alone } = merged(BASE, {
      'ada.docx': `${para('States should ask children &amp; youth.')}<w:p>${ada.mark('ins')}${ada.ins('Before.')}</w:p>${para('Last.')}`,
    });
    expect(lines(alone, 'accepted')).toEqual(['States should ask children & youth.', 'Before.', 'Last.']);
    expect(lines(alone, 'original')).toEqual(['States should ask children & youth.', 'Last.']);
  });

  it('keep comments with their threads on the words they are about', () => {
    const commented = `<w:p>${run('States ')}<w:commentRangeStart w:id="0"/>${run('should')}<w:commentRangeEnd w:id="0"/>${run(' ask children &amp; youth.')}</w:p>${para('Last.')}`;
    const comment =
      '<w:comment w:id="0" w:author="Ada" w:date="2023-01-02T00:00:00Z"><w:p><w:r><w:t>Why &amp; how?</w:t></w:r></w:p></w:comment>';
    const { bytes, comments } = merged(
      BASE,
      { 'ada.docx': commented, 'ben.docx': commented },
      { 'ada.docx': comment, 'ben.docx': comment.replace('Ada', 'Ben') },
    );
    expect(comments).toBe(2);
    expect(read(bytes).comments).toMatchObject([
      { author: 'Ada', date: '2023-01-02T00:00:00Z', text: 'Why & how?', quoted: 'should' },
      { author: 'Ben', text: 'Why & how?', quoted: 'should' },
    ]);
  });

  it('keep the words that something is only put before', () => {
    const { bytes } = merged(BASE, {
      'ada.docx': `<w:p>${ada.ins('All ')}${run('States should ask children &amp; youth.')}</w:p>${para('Last.')}`,
    });
    expect(lines(bytes, 'accepted')[0]).toBe('All States should ask children & youth.');
    expect(lines(bytes, 'original')[0]).toBe('States should ask children & youth.');
  });

  it('show edits that were not tracked as changes of who sent the file', () => {
    const { bytes } = merged(BASE, { 'ada.docx': para('States must ask children &amp; youth.') + para('Last.') });
    expect(lines(bytes, 'accepted')[0]).toBe('States must ask children & youth.');
    expect(lines(bytes, 'original')[0]).toBe('States should ask children & youth.');
  });

  it('tell what can not be carried over, in the file too', () => {
    const control =
      '<w:customXmlInsRangeStart w:id="7" w:author="Ada"/><w:sdt><w:sdtContent><w:customXmlInsRangeEnd w:id="7"/>';
    const end = '<w:customXmlInsRangeStart w:id="8" w:author="Ada"/></w:sdtContent></w:sdt>';
    const picture =
      '<w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:docPr descr="A chart"/></wp:inline></w:drawing></w:r>';
    const { left, bytes } = merged(BASE, {
      'ada.docx': `<w:p>${control}${run('States')}${end}${run(' should ask children &amp; youth.')}<w:ins w:id="1" w:author="Ada">${picture}</w:ins></w:p>${para('Last.')}`,
    });
    expect(left.get('ada.docx')).toEqual([
      { author: 'Ada', what: 'puts a picture in here: “A chart”' },
      { author: 'Ada', what: 'puts a content control around words here' },
    ]);
    expect(read(bytes).comments.map(({ author, text, paragraph }) => [author, text, paragraph])).toEqual([
      ['Penholder', 'Ada puts a picture in here: “A chart”.\nAda puts a content control around words here.', 0],
    ]);
  });

  it('are the text that was sent when rejected, and one copy alone its own text when accepted, whatever was edited', () => {
    const word = fc.constantFrom('States', 'should', 'ask', 'all', 'children', 'early', '.');
    const text = fc.array(fc.array(word, { minLength: 3, maxLength: 8 }), { minLength: 1, maxLength: 3 });
    const flips = fc.array(fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }), { minLength: 3, maxLength: 3 });
    const copyOf = (
      words: readonly (readonly string[])[],
      how: readonly (readonly number[])[],
      who: ReturnType<typeof by>,
    ) =>
      words.map((own, at) => {
        const pieces = own.map((one, place) => {
          const flip = how[at]?.[place] ?? 0;
          return flip === 1 ? who.del(`${one} `) : flip === 2 ? run(`${one} `) + who.ins('new ') : run(`${one} `);
        });
        return `<w:p>${pieces.join('')}</w:p>`;
      });
    fc.assert(
      fc.property(text, flips, flips, (words, one, other) => {
        const base = words.map((own) => para(own.map((each) => `${each} `).join(''))).join('');
        const [first, second] = [copyOf(words, one, ada).join(''), copyOf(words, other, ben).join('')];
        const sent = lines(wordBytes({ body: base }), 'original');
        expect(lines(merged(base, { a: first, b: second }).bytes, 'original')).toEqual(sent);
        const alone = merged(base, { a: first }).bytes;
        expect(lines(alone, 'accepted')).toEqual(lines(wordBytes({ body: first }), 'accepted'));
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
