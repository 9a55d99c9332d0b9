import type { Question, Questionnaire, QuestionnairePart } from '../../model/questionnaire.ts';

/**
 * Minutes that everybody needs at least: questions that only some are asked are left out.
 *
 * @param questionnaire In any language.
 * @returns 0 where it gives no minutes.
 */
export function plannedMinutes({ parts }: Pick<Questionnaire, 'parts'>): number {
  return sum(parts.map(minutesOfPart));
}

/** Minutes of a part: its own or those of its questions, whichever are more. */
export function minutesOfPart({ minutes = 0, questions }: QuestionnairePart): number {
  return Math.max(minutes, sum(questions.map(minutesOfQuestion)));
}

function minutesOfQuestion({ minutes = 0, questions, shownIf }: Question): number {
  return shownIf === undefined ? Math.max(minutes, sum(questions.map(minutesOfQuestion))) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Numbers that people write as words. */
const WORDS: Readonly<Record<string, number>> = {
  ...{ one: 1, a: 1, an: 1, two: 2, three: 3, four: 4, half: 0.5 },
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4 },
  ...{ una: 1, dos: 2, tres: 3, cuatro: 4 },
};
const NUMBER = String.raw`\d{1,3}(?:[.,]\d)?|(?<!\p{L})(?:${Object.keys(WORDS).join('|')})(?!\p{L})`;
const HOURS = String.raw`h(?:ours?|eures?|oras?|rs?)?(?!\p{L})|小时|час(?:а|ов)?(?!\p{L})|ساع(?:ة|ات)`;
const MINUTES = String.raw`min(?:ut(?:es?|os?|en)?)?(?!\p{L})|分钟|мин(?:ут[аы]?)?(?!\p{L})|دقيق(?:ة|تين)|دقائق`;
const SPAN = new RegExp(
  `(?<number>${NUMBER})\\s*(?:an?\\s+)?(?:(?<hours>${HOURS})(?:\\s*(?<more>\\d{1,2})(?!\\d|\\s*(?:${HOURS})))?|(?<minutes>${MINUTES}))`,
  'giu',
);

/**
 * The longest time that a duration in words allows: 90 for “60 to 90 minutes, or 20 minutes for the survey”.
 *
 * @param text In any of the six official languages.
 * @returns Minutes; undefined where no number with a unit is found.
 */
export function longestDuration(text: string): number | undefined {
  const found = [...text.matchAll(SPAN)].map(({ groups = {} }) => {
    const word = (groups.number ?? '').toLowerCase();
    const number = WORDS[word] ?? Number(word.replace(',', '.'));
    return groups.hours === undefined ? number : number * 60 + Number(groups.more ?? 0);
  });
  return found.length === 0 ? undefined : Math.max(...found);
}
