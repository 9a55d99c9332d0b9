import { describe, expect, test } from 'vitest';
import { fill, formatDate, formatWhen, labels, refer } from '../../../src/model/labels.ts';

const LANGUAGES = ['en', 'fr', 'es', 'ar', 'ru', 'zh'];

/** Every text of a table of words with where it stands; lists as well. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

describe('labels', () => {
  test.each(LANGUAGES)('%s has every word, with the same names to fill in as English', (language) => {
    const english = new Map(textsOf(labels('en'), ''));
    for (const [path, text] of textsOf(labels(language), '')) {
      expect(text, path).not.toBe('');
      const names = (words: string): string[] => (words.match(/\{[a-z]+\}/gu) ?? []).sort();
      if (!path.startsWith('.dates')) expect(names(text), path).toEqual(names(english.get(path) ?? ''));
    }
  });

  test('are found by the first part of a tag, and English stands in for languages without any', () => {
    expect(labels('fr-CH').contents).toBe('Table des matières');
    expect(labels('ZH-Hans').contents).toBe('目录');
    expect(labels('sw').contents).toBe('Contents');
  });
});

test.each([
  ['2022-10-28', 'en', '28 October 2022'],
  ['2022-10-01', 'fr', '1er octobre 2022'],
  ['2022-10-28', 'es', '28 de octubre de 2022'],
  ['2022-10-28', 'ar', '28 تشرين الأول/أكتوبر 2022'],
  ['2022-10-28', 'ru', '28 октября 2022 года'],
  ['2022-10', 'ru', 'октябрь 2022 года'],
  ['2022-10-28', 'zh', '2022年10月28日'],
  ['2022', 'en', '2022'],
  ['2022-10-28T10:00Z', 'en', '28 October 2022, 10:00 UTC'],
  ['2022-10-28T10:00:00-05:00', 'en', '28 October 2022, 10:00 UTC\u221205:00'],
  ['next week', 'en', 'next week'],
  ['2022-13-01', 'en', '2022-13-01'],
])('%s in %s is %s', (iso, language, written) => {
  expect(formatDate(iso, language)).toBe(written);
});

test('periods say from when to when, and stay open where they have no end', () => {
  expect(formatWhen({ from: '2022-09', to: '2022-10' }, 'en')).toBe('September 2022 – October 2022');
  expect(formatWhen({ from: '2022-09' }, 'en')).toBe('September 2022 – …');
  expect(formatWhen('2022', 'en')).toBe('2022');
});

test('references are written as running text has them', () => {
  expect(refer('paragraph', '12', 'en')).toBe('paragraph 12');
  expect(refer('paragraph', '12', 'zh')).toBe('第12段');
});

test('a name without a value stays as it is', () => {
  expect(fill('{n} of {of}', { n: 1 })).toBe('1 of {of}');
});
