import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '../../../../src/model/questionnaire.ts';
import {
  frameFingerprint,
  inLanguage,
  questionFingerprint,
  questionnaireSets,
} from '../../../../src/text/questionnaire/merge-translations.ts';
import { readQuestionnaire } from '../../../../src/text/questionnaire/read-questionnaire.ts';
import { missingFingerprints, stampTranslation } from '../../../../src/text/questionnaire/stamp-translation.ts';

function read(language: string, body: string, keys = ''): Questionnaire {
  const source = `---\ngroup: g\nround: r\n${keys}---\n\n${body}`;
  const { questionnaire } = readQuestionnaire(source, `questionnaires/g-r.${language}.md`);
  if (questionnaire === undefined) throw new Error('The questionnaire was not read.');
  return questionnaire;
}

const ENGLISH = read(
  'en',
  'Welcome.\n\n# Start\n\nHello.\n\n## How often? {#q1}\n\n`type: one-of` `required: yes` `kind: gap`\n\nThink.\n\n- `never` Never\n- `often` Often\n\n> [!facilitator]\n> Wait.\n\n## Who? {#q2}\n\n## Group {#q3}\n`type: group`\n\n### Where? {#q3a}\n',
  'purpose: To learn.\ndeadline: 2022-09-30\n',
);
const FRENCH = read(
  'fr',
  'Bienvenue.\n\n# Début\n\nBonjour.\n\n## Combien de fois ? {#q1}\n\n- `often` Souvent\n\n## Groupe {#q3}\n\n### Où ? {#q3a}\n',
  'purpose: Apprendre.\ntranslation: { from: en }\n',
);

describe('questionnaireSets', () => {
  const source = (questionnaires: readonly Questionnaire[], language?: string) =>
    questionnaireSets(questionnaires, language).map((set) => set.source.language);
  const bare = (language: string) => read(language, '## Q {#q1}\n');

  it('takes what translations name, else the language of the process, else English, else the first', () => {
    expect(source([FRENCH, ENGLISH], 'fr')).toEqual(['en']);
    expect(source([bare('en'), bare('fr')], 'fr')).toEqual(['fr']);
    expect(source([bare('es'), bare('fr'), bare('en')], 'ar')).toEqual(['en']);
    expect(source([bare('fr'), bare('es')])).toEqual(['es']);
    expect(source([FRENCH])).toEqual(['fr']);
    expect(
      questionnaireSets([bare('fr'), bare('en'), bare('ar')])[0]?.translations.map(({ language }) => language),
    ).toEqual(['ar', 'fr']);
  });
});

describe('inLanguage', () => {
  const set = { id: 'g-r', source: ENGLISH, translations: [FRENCH] };

  it('gives the texts of the translation and everything else of the source', () => {
    const french = inLanguage(set, 'fr');
    expect(french.frontMatter).toMatchObject({ purpose: 'Apprendre.', deadline: '2022-09-30' });
    expect(french.parts[0]).toMatchObject({ title: 'Début' });
    expect(french.questions.map(({ text }) => text)).toEqual(['Combien de fois ?', 'Who?', 'Groupe', 'Où ?']);
    expect(french.questions[0]).toMatchObject({ type: 'one-of', required: true, tags: ['gap'] });
    expect(french.questions[0]?.choices.map(({ code, label }) => [code, label])).toEqual([
      ['never', 'Never'],
      ['often', 'Souvent'],
    ]);
    expect(french.questions[0]?.facilitator).toEqual(ENGLISH.questions[0]?.facilitator);
    expect(french.questions[2]?.questions.map(({ text }) => text)).toEqual(['Où ?']);
  });

  it('gives the source for a language that is not there', () => {
    expect(inLanguage(set, 'ar')).toBe(ENGLISH);
  });
});

describe('fingerprints', () => {
  const of = (body: string) => {
    const [question] = read('en', body).questions;
    if (question === undefined) throw new Error('No question.');
    return questionFingerprint(question);
  };

  it('change with any word that is translated, and with nothing else', () => {
    const base = '## How often? {#q1}\n\n`type: one-of`\n\nThink.\n\n- `a` Never\n';
    expect(of(base.replace('`type: one-of`', '`type: one-of` `required: yes` `minutes: 3`'))).toBe(of(base));
    expect(of(base.replace('Think.', '*Think*.'))).toBe(of(base));
    for (const [from, to] of [
      ['often', 'rarely'],
      ['Think', 'Remember'],
      ['Never', 'No'],
    ] as const) {
      expect(of(base.replace(from, to))).not.toBe(of(base));
    }
    expect(of(`${base}\n> [!probe]\n> - Why?\n`)).not.toBe(of(base));
    expect(frameFingerprint(read('en', '# A\n'))).not.toBe(frameFingerprint(read('en', '# B\n')));
  });
});

describe('stampTranslation', () => {
  const missing = [
    ['q1', 'abcdef0123456789'],
    ['a b', '1234567890123456'],
  ] as const;
  const stamped = (keys: string) => stampTranslation(`---\n${keys}---\n\n## Q {#q1}\n`, missing).source;

  it.each([
    [
      'braces',
      'translation: { from: en }\n',
      'translation: { from: en, texts: { q1: abcdef0123456789, "a b": "1234567890123456" } }\n',
    ],
    [
      'braces with texts',
      'translation: { from: en, texts: { q0: x } } # why\nround: r\n',
      'translation: { from: en, texts: { q0: x, q1: abcdef0123456789, "a b": "1234567890123456" } } # why\nround: r\n',
    ],
    [
      'empty texts',
      'translation: { texts: {}, from: en }\n',
      'translation: { texts: { q1: abcdef0123456789, "a b": "1234567890123456"}, from: en }\n',
    ],
    [
      'lines',
      'translation:\n  from: en # English\n\nround: r\n',
      'translation:\n  from: en # English\n  texts:\n    q1: abcdef0123456789\n    "a b": "1234567890123456"\n\nround: r\n',
    ],
    [
      'lines with texts',
      'translation:\n    texts:\n      q0: x\n    from: en\n',
      'translation:\n    texts:\n      q0: x\n      q1: abcdef0123456789\n      "a b": "1234567890123456"\n    from: en\n',
    ],
    [
      'lines and braces',
      'translation:\n  from: en\n  texts: { q0: x }\n',
      'translation:\n  from: en\n  texts: { q0: x, q1: abcdef0123456789, "a b": "1234567890123456" }\n',
    ],
  ])('writes into %s', (_, before, after) => {
    expect(stamped(before)).toBe(`---\n${after}---\n\n## Q {#q1}\n`);
  });

  it('keeps CRLF, and leaves alone what it cannot place', () => {
    const source = '---\r\ntranslation:\r\n  from: en\r\n---\r\n\r\n## Q {#q1}\r\n';
    const result = stampTranslation(source, [['q1', 'ab']]);
    expect(result).toEqual({
      source: '---\r\ntranslation:\r\n  from: en\r\n  texts:\r\n    q1: ab\r\n---\r\n\r\n## Q {#q1}\r\n',
      stamped: [{ id: 'q1', line: 5 }],
    });
    for (const keys of ['group: g\n', 'translation: en\n', 'translation: { from: en, texts: none }\n', 'a: [\n']) {
      expect(stamped(keys)).toBe(`---\n${keys}---\n\n## Q {#q1}\n`);
    }
  });

  it('is asked for what is translated and has no fingerprint', () => {
    const ids = (translation: Questionnaire) => missingFingerprints({ source: ENGLISH }, translation).map(([id]) => id);
    expect(ids(FRENCH)).toEqual(['q1', 'q3', 'q3a', 'frame']);
    expect(ids(read('fr', '## Q {#q1}\n', 'translation: { from: en, texts: { q1: x, frame: y } }\n'))).toEqual([]);
    expect(ids(read('fr', '## Q {#q1}\n'))).toEqual([]);
  });
});
