import { describe, expect, test } from 'vitest';
import { guideWords } from '../../../src/model/guide-labels.ts';

/** Every text of a table of words with where it stands; lists as well. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

const names = (words: string): string[] => (words.match(/\{[a-z]+\}/gu) ?? []).sort();

describe('guideWords', () => {
  test.each(['fr', 'es', 'ar', 'ru', 'zh'])(
    '%s says everything English says, with the same names to fill in',
    (language) => {
      const english = textsOf(guideWords('en'), '');
      const own = new Map(textsOf(guideWords(language), ''));
      expect([...own.keys()].sort()).toEqual(english.map(([path]) => path).sort());
      for (const [path, text] of english) {
        expect(own.get(path), path).not.toBe('');
        expect(names(own.get(path) ?? ''), path).toEqual(names(text));
      }
    },
  );

  test('are found by the first part of a tag, and English stands in for languages without any', () => {
    expect(guideWords('zh-Hans').questionnaire).toBe('问卷');
    expect(guideWords('sw').questionnaire).toBe('Questionnaire');
  });
});
