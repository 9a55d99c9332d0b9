import { describe, expect, test } from 'vitest';
import { disclose, maySee, wordsOf } from '../../../src/trace/disclosure.ts';

describe('words of a paraphrase', () => {
  test.each([
    ['They said “never again” and left.', 'They said […] and left.'],
    ['Sie sagten „nie wieder“ und gingen.', 'Sie sagten […] und gingen.'],
    ['Ils ont dit « plus jamais » et sont partis.', 'Ils ont dit […] et sont partis.'],
    ['他们说「不要再来」。', '他们说[…]。'],
    ['They said "never again".', 'They said […].'],
    ['They said “never again, and left.', 'They said […]'],
    ["The child's view isn't asked.", "The child's view isn't asked."],
  ])('%s', (text, paraphrase) => {
    expect(wordsOf(text, 'paraphrase')).toBe(paraphrase);
    expect(wordsOf(text, 'verbatim')).toBe(text);
    expect(wordsOf(text, 'none')).toBeUndefined();
  });
});

describe('circles of readers', () => {
  test.each([
    ['public', 'public', true],
    ['core-group', 'public', false],
    ['core-group', 'core-group', true],
    ['custodian', 'core-group', false],
    ['custodian', 'custodian', true],
    ['nobody knows', 'custodian', false],
  ] as const)('what is for %s and a reader of the circle %s', (distribution, reader, expected) => {
    expect(maySee(distribution, { distribution: reader })).toBe(expected);
  });
});

test('nothing said of attribution, quotation and distribution is everything withheld', () => {
  const visibility = { distribution: 'custodian', attribution: 'none', quote: 'no', chathamHouse: true } as const;
  expect(disclose({ visibility }, { distribution: 'public' })).toEqual({
    contributor: 'nobody',
    group: false,
    occasion: false,
    note: false,
    words: 'none',
    subject: false,
    reason: false,
    withheld: 'distribution',
  });
});

test('under the Chatham House Rule even custodians get no output that names a speaker', () => {
  const visibility = { distribution: 'public', attribution: 'named', quote: 'verbatim', chathamHouse: true } as const;
  expect(disclose({ visibility }, { distribution: 'custodian' })).toMatchObject({ contributor: 'nobody', note: true });
});
