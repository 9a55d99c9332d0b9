import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConsultationNote } from '../../src/sources/consultation-note/read-consultation-note.ts';
import { cellMarkdown, cellWords } from '../../src/sources/tables/cell-markdown.ts';
import { noteWith, PROCESS } from '../unit/sources/sample.ts';

/** Words and everything that is markup somewhere, so that each meets each. */
const PIECES = [
  ...'a b 1 2 é ع 中 word . , ; : ! ? ( ) [ ] { } < > # * _ - + = | ~ ^ & @ $ / \\ " \' ` % '.split(' '),
  ...[' ', ' ', ' ', '\n', '\n\n', '  ', '**', '__', '~~', ':::', '- ', '1. ', '# ', '> ', '---', '===', '```', '    '],
  ...[
    '&amp;',
    '&#65;',
    '<b>',
    '</b>',
    '<!--',
    'http://a.org/b_c',
    '[x](y)',
    '[@id]',
    ':smile[x]',
    '{a=b}',
    '^i1',
    '[^1]',
  ],
  ...['#barrier', '![x](y)', '| a | b |', '::box{x=y}', '10:30', 'a_b_c', '2*3*4'],
];

const answer = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 })
  .map((pieces) => pieces.join(''))
  .filter((text) => /[\p{L}\p{N}]/u.test(text) && cellWords(text) !== '');

/** The inputs of a note with one answer between two others, written as a survey's note writes them. */
function readAnswer(text: string) {
  const [first = '', ...rest] = cellMarkdown(text, '  ').split('\n\n');
  const more = rest.map((paragraph) => `\n\n  ${paragraph.trim()}`).join('');
  const item = `- ${first} {respondent="raaaaaaaa"} ^i2${more}`;
  const body = `\n## What?\n\n- Before. {respondent="raaaaaaaa"} ^i1\n${item}\n- After. {respondent="raaaaaaaa"} ^i3\n`;
  return readConsultationNote(noteWith(body), 'consultations/first/a.md', PROCESS).note?.inputs ?? [];
}

describe('what somebody wrote in a cell', () => {
  it('is the same words as an input, whatever signs are in it', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const inputs = readAnswer(text);
        expect(inputs.map(({ id }) => id)).toEqual(['i1', 'i2', 'i3']);
        expect(inputs[1]?.text.replace(/\s+/gu, ' ')).toBe(cellWords(text).replace(/\s+/gu, ' ').trim());
      }),
      { numRuns: 400 },
    );
  });
});
