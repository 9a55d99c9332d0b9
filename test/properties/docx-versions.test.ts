import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../src/changes/compare-documents.ts';
import { markUp } from '../../src/changes/mark-up/mark-up.ts';
import type { WordView } from '../../src/files/word/views.ts';
import { writeDocx } from '../../src/formats/docx.ts';
import type { Document } from '../../src/model/document.ts';
import { draftOf, paragraphsOf } from '../deep/docx/versions.ts';
import { blocksOf, edit, lines, runs, treatments } from './random-texts.ts';

const REFS = { from: { id: 'zero', title: 'Zero draft' }, to: { id: 'second', title: 'Second draft' } };
const RUNS = runs(100);

const word = fc.constantFrom(
  'child',
  'right',
  'State',
  'shall',
  'may',
  'not',
  'l’enfant',
  "l'enfant",
  '中文',
  'end.',
  '2022-10-28',
);
const span = fc.oneof(
  { weight: 6, arbitrary: word },
  word.map((text) => `**${text} ${text}**`),
  word.map((text) => `[${text} here](https://example.org/${text.length})`),
  word.map((text) => `[${text} text]{.bracket by="A"}`),
  fc.constantFrom('[](#p-aaaaaa1)', '[](#p-aaaaaa2)', '`code one`'),
);
const line = lines({ word, span }, 9);
const block = fc.oneof(
  ...blocksOf(word, line),
  fc.tuple(fc.constantFrom('##', '###'), line).map(([depth, text]) => `${depth} ${text}`),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 9 });

const treatment = treatments(word, line, ['drop', 'last']);

/** The words of every paragraph that has some, with the contents at the top. */
function paragraphs(document: Document, view: WordView): string[] {
  return paragraphsOf(writeDocx(document, { media: new Map(), report: () => undefined }), view);
}

function holds(before: readonly string[], after: readonly string[]): void {
  const [from, to] = [draftOf(before.join('\n\n')), draftOf(after.join('\n\n'))];
  const marked = { ...markUp(from, to, compareDocuments(from, to, REFS)), meta: to.meta };
  expect(paragraphs(marked, 'accepted')).toEqual(paragraphs(to, 'accepted'));
  expect(paragraphs(marked, 'original')).toEqual(paragraphs({ ...from, meta: to.meta }, 'accepted'));
}

describe('a marked-up Word file gives the earlier draft when all is rejected, the later one when all is accepted', () => {
  test('for edited texts', () => {
    fc.assert(
      fc.property(blocks, fc.array(treatment, { maxLength: 8 }), (source, treatments) =>
        holds(source, edit(source, treatments)),
      ),
      RUNS,
    );
  });
});
