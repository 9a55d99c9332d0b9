import { describe, expect, test } from 'vitest';
import { nearIdentical } from '../../../src/trace/near-duplicates.ts';

const LETTERS: Readonly<Record<string, readonly [first: string, second: string, other: string]>> = {
  Latin: [
    'We call upon the United Nations to place the rights of every child at the centre of all that it plans, funds and reviews, at headquarters and in the field alike, and to say each year what came of it.',
    'Dear colleagues, we call upon the United Nations to place the rights of every child at the centre of all that it plans, funds and reviews, at headquarters and in the field alike, and to say each year what came of it!',
    'Reports are too long, and nobody translates them into the languages that children in our region speak at home, so that those whom they concern never learn of what is decided about them there.',
  ],
  Arabic: [
    'ندعو الأمم المتحدة إلى وضع حقوق كل طفل في صميم كل ما تخطط له وتموله وتراجعه في المقر وفي الميدان على حد سواء وأن تعلن كل عام ما تحقق من ذلك',
    'نحن ندعو الأمم المتحدة إلى وضع حقوق كل طفل في صميم كل ما تخطط له وتموله وتراجعه في المقر وفي الميدان على حد سواء وأن تعلن كل عام ما تحقق من ذلك',
    'التقارير طويلة جدا ولا يترجمها أحد إلى اللغات التي يتحدث بها الأطفال في منطقتنا في بيوتهم فلا يعلمون بما يتقرر بشأنهم',
  ],
  Chinese: [
    '我们呼吁联合国将每个儿童的权利置于其规划、供资和审查的一切工作的中心，无论是在总部还是在外地，并每年说明取得了哪些成果。',
    '我们呼吁联合国将每个儿童的权利置于其规划、供资和审查的一切工作的中心，无论是在总部还是在外地，并且每年说明取得了哪些成果！',
    '报告太长，没有人把它们翻译成我们地区儿童在家里说的语言，因此与他们有关的决定他们永远不会知道。',
  ],
  Cyrillic: [
    'Мы призываем Организацию Объединенных Наций поставить права каждого ребенка в центр всего, что она планирует, финансирует и проверяет, в штаб-квартире и на местах, и каждый год сообщать о том, что из этого вышло.',
    'Мы призываем Организацию Объединенных Наций поставить права каждого ребенка в центр всего, что она планирует, финансирует и проверяет, в штаб-квартире и на местах, и каждый год сообщать о том, что из этого вышло. Спасибо',
    'Доклады слишком длинны, и никто не переводит их на языки, на которых дети нашего региона говорят дома, и потому они никогда не узнают о том, что о них решают.',
  ],
};

function grouped(texts: readonly string[]): readonly (readonly string[])[] {
  return nearIdentical(texts.map((text, index) => ({ id: String(index), text })));
}

describe('near-identical texts', () => {
  test.each(Object.entries(LETTERS))(
    'are found in %s script, and others are left apart',
    (_, [first, second, other]) => {
      expect(grouped([first, other, second])).toEqual([['0', '2']]);
    },
  );

  test('are the very same where they are short: an "I agree" is no campaign', () => {
    expect(grouped(['I agree.', 'i  AGREE', 'I disagree', 'Yes', ''])).toEqual([['0', '1']]);
  });

  test('do not grow into one another by small steps', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    const steps = Array.from({ length: 12 }, (_, step) =>
      words.map((word, index) => (index < step * 5 ? `${word}changed` : word)).join(' '),
    );
    const sizes = grouped(steps).map((group) => group.length);
    expect(Math.max(...sizes, 0)).toBeLessThan(6);
  });

  test('of a campaign are nearly all found among many others', () => {
    const vocabulary = Array.from({ length: 400 }, (_, index) => `term${(index * 7919) % 997}`);
    const pick = (seed: number): string => vocabulary[((seed * 2654435761) % vocabulary.length) >>> 0] ?? 'term';
    const letter = Array.from({ length: 80 }, (_, index) => pick(index + 1));
    const texts = Array.from({ length: 3000 }, (_, index) => {
      if (index % 3 !== 0) return Array.from({ length: 60 }, (_, at) => pick(index * 61 + at * 13)).join(' ');
      const own = letter.with(index % 80, `own${index}`);
      return [...own, `signed${index}`].join(' ');
    });
    const sizes = grouped(texts).map((group) => group.length);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(980);
  });
});
