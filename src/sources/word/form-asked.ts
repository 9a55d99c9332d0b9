/** What the fields of a form hold: the steps of a scale, the room for an answer, and numbers. */
import type { FormAnswer } from '../../model/form-answers.ts';
import type { Question } from '../../model/questionnaire.ts';

/** Steps of a scale; long ones are asked for as numbers. */
export function stepsOf({ type, min, max }: Question): readonly number[] {
  if (type !== 'scale' || min === undefined || max === undefined || max - min > 100) return [];
  return Array.from({ length: max - min + 1 }, (_, at) => min + at);
}

/** Words without the dots and lines that make room for them. */
export function withoutPrompt(text: string): string {
  return text.replaceAll(/…{3,}|\.{5,}|_{3,}/gu, ' ').trim();
}

/** A number where one is asked for and given; else the words. */
export function numberOrWords({ type }: Question, text: string): FormAnswer {
  const number = Number(text.replace(',', '.'));
  return (type === 'number' || type === 'scale') && Number.isFinite(number) ? number : text;
}
