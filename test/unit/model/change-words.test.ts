import { describe, expect, test } from 'vitest';
import { changeWords } from '../../../src/model/change-words.ts';

const LANGUAGES = ['ar', 'es', 'fr', 'ru', 'zh'] as const;

/** Words by the path of their keys. */
function flat(value: unknown, path = ''): [path: string, words: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}/${key}`));
}

const fillings = (words: string) => (words.match(/\{\w+\}/gu) ?? []).sort();

describe.each(LANGUAGES)('the words of change logs in %s', (language) => {
  const own = new Map(flat(changeWords(language)));

  test('are all there, with the same things to fill in', () => {
    for (const [path, english] of flat(changeWords('en'))) {
      const words = own.get(path) ?? '';
      expect([path, words !== '']).toEqual([path, true]);
      expect([path, fillings(words)]).toEqual([path, fillings(english)]);
    }
  });

  test('are in that language', () => {
    const english = new Set(flat(changeWords('en')).map(([, words]) => words));
    const same = [...own].filter(([, words]) => english.has(words) && /\p{L}{6}/u.test(words));
    // What both languages write alike, such as Section and Commit.
    expect(same.map(([path]) => path).filter((path) => !/section|commit|page|passages|count/u.test(path))).toEqual([]);
  });
});

test('a language without words of its own has the English ones, and a region those of its language', () => {
  expect(changeWords('tlh')).toBe(changeWords('en'));
  expect(changeWords('zh-Hans')).toBe(changeWords('zh'));
});
