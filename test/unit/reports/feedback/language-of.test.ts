import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../../src/reports/feedback/language-of.ts';
import { feedbackWords } from '../../../../src/reports/feedback/words.ts';

const SENTENCES = {
  en: 'The guide says that adults must ask before they decide.',
  fr: 'Le guide dit que les adultes doivent poser la question avant de décider, et dans une langue claire.',
  es: 'La guía dice que los adultos deben preguntar antes de decidir, y para eso hay una fecha.',
  ar: 'يقول الدليل إن على الكبار أن يسألوا قبل أن يقرروا.',
  ru: 'В руководстве сказано, что взрослые должны спросить, прежде чем решать.',
  zh: '指南说，大人在决定之前必须先问。',
} as const;

describe('the language of what somebody wrote', () => {
  test.each(Object.entries(SENTENCES))('%s is told from the others', (language, words) => {
    for (const letter of Object.keys(SENTENCES)) expect(languageOf(words, letter)).toBe(language);
  });

  test('is that of the letter where nothing tells', () => {
    expect(languageOf('OK: 2024', 'fr')).toBe('fr');
    expect(languageOf('', 'es')).toBe('es');
    expect(languageOf(SENTENCES.zh, 'zh-Hans')).toBe('zh-Hans');
  });
});

describe('the words of letters', () => {
  const paths = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}/${key}`))
      : [path];
  const names = (value: unknown): string[] => JSON.stringify(value).match(/\{[a-z]+\}/gu) ?? [];

  test.each(['fr', 'es', 'ar', 'ru', 'zh'])(
    '%s says all that English says, with the same things filled in',
    (language) => {
      const [own, english] = [feedbackWords(language), feedbackWords('en')];
      expect(paths(own)).toEqual(paths(english));
      expect(names(own).sort()).toEqual(names(english).sort());
      expect(own).not.toEqual(english);
    },
  );
});
