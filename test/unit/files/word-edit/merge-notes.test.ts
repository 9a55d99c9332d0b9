import { describe, expect, it } from 'vitest';
import { viewBlocks, type WordView } from '../../../../src/files/word/views.ts';
import { para, type WordParts } from '../word/word-files.ts';
import { del, ins, kinds, lines, merge, notes, read, run } from './reviewed-files.ts';

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
