import { describe, expect, test } from 'vitest';
import { reportWords, withNumber } from '../../../src/model/report-words.ts';

const OTHERS = ['fr', 'es', 'ar', 'ru', 'zh'];

/** Every string of a table of words, by its path. */
function strings(value: unknown, path = ''): readonly (readonly [path: string, words: string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => strings(inner, `${path}/${key}`));
}

const blanks = (words: string) => [...new Set(words.match(/\{[a-z]+\}/gu))].sort();
const ENGLISH = new Map(strings(reportWords('en')));

describe.each(OTHERS)('the words of reports in %s', (language) => {
  const words = strings(reportWords(language));

  test('have a place for everything the English ones have a place for', () => {
    for (const [path, said] of words) {
      // A number that is one need not be told, and a title can stand outside or inside a sentence.
      const wanted = blanks(ENGLISH.get(path) ?? '').map((blank) => blank.replace('inside', 'title'));
      const given = blanks(said);
      expect([path, wanted.filter((blank) => blank !== '{n}' && !given.includes(blank))]).toEqual([path, []]);
      expect([path, given.filter((blank) => !['{n}', ...wanted].includes(blank))]).toEqual([path, []]);
    }
  });

  test('are no English ones', () => {
    const bare = (said: string) => said.replace(/\{[a-z]+\}/gu, '').trim();
    const same = words.filter(([path, said]) => /\p{L}{3}/u.test(bare(said)) && said === ENGLISH.get(path));
    // French has this word as well.
    expect(same.filter(([, said]) => !/^consultations?$/iu.test(bare(said)))).toEqual([]);
  });
});

test('numbers choose their words, and other languages have the English ones', () => {
  const { consultation } = reportWords('en-GB').reach;
  expect([withNumber(consultation, 1), withNumber(consultation, 0)]).toEqual(['1 consultation', '0 consultations']);
  expect(reportWords('pt')).toBe(reportWords('en'));
});
