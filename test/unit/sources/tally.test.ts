import { expect, it } from 'vitest';
import type { SurveyQuestion } from '../../../src/sources/survey/survey-types.ts';
import { countLines, Tallies } from '../../../src/sources/survey/tally.ts';

type Kind = SurveyQuestion['kind'];

/** Counts as they are shown of a question of which so many gave each answer. */
function shown(kind: Kind, given: Readonly<Record<string, number>>): readonly string[] {
  const question: SurveyQuestion = { kind, text: 'Which?', labels: new Map(), codes: new Map() };
  const tallies = new Tallies();
  for (const [value, times] of Object.entries(given)) {
    for (let time = 0; time < times; time += 1) tallies.add([[question, [value]]]);
  }
  const tally = tallies.of(question);
  return tally === undefined ? [] : countLines(question, tally, true).map(({ count }) => count);
}

it.each<readonly [string, Kind, Readonly<Record<string, number>>, readonly string[]]>([
  ['a single small count takes the next one with it', 'one', { a: 3, b: 8, c: 30 }, ['<5', '–', '30']],
  ['of numbers, too', 'number', { 9: 2, 10: 30, 11: 20 }, ['<5', '30', '–']],
  ['two of one each would add up to two', 'one', { a: 1, b: 1, c: 40, d: 9 }, ['<5', '<5', '40', '–']],
  ['two of four each would add up to eight', 'one', { a: 4, b: 4, c: 40, d: 9 }, ['<5', '<5', '40', '–']],
  ['beside the least that is told, another goes', 'one', { a: 1, b: 5, c: 40, d: 9 }, ['<5', '–', '40', '–']],
  ['those that could be other numbers stay alone', 'one', { a: 1, b: 3, c: 40 }, ['<5', '<5', '40']],
  ['two of four each and nobody else', 'one', { a: 4, b: 4 }, ['–', '–']],
  ['of several answers nothing adds up', 'several', { a: 1, b: 30 }, ['<5', '30']],
  ['nothing small hides nothing', 'one', { a: 9, b: 30 }, ['9', '30']],
])('counts of few: %s', (_, kind, given, expected) => {
  expect(shown(kind, given)).toEqual(expected);
});
