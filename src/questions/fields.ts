import type { FormField } from '../model/document.ts';
import type { Choice, Question } from '../model/questionnaire.ts';
import type { GuideContext } from './guide-options.ts';
import { phrasing } from './nodes.ts';

/** Steps a scale may have; one with more is asked as a number. */
const MOST_STEPS = 20;

/** What a field is made from, beside its question. */
export interface FieldOptions {
  /** Lines of room for words. */
  readonly lines: number;
}

/**
 * The field in which a question is answered; none for a group.
 *
 * @param question What is asked.
 */
export function fieldOf(question: Question, context: GuideContext, { lines }: FieldOptions): readonly FormField[] {
  const base = {
    type: 'formField' as const,
    name: question.id,
    named: true,
    children: phrasing(question.text),
    ...(question.required && { required: true }),
  };
  const limits = {
    ...(question.min !== undefined && { min: question.min }),
    ...(question.max !== undefined && { max: question.max }),
  };
  switch (question.type) {
    case 'one-of':
      return [{ ...base, kind: 'choice', choices: choicesOf(question.choices) }];
    case 'several-of':
      return [{ ...base, kind: 'choices', choices: choicesOf(question.choices) }];
    case 'yes-no':
      return [{ ...base, kind: 'choice', choices: yesNo(question, context) }];
    case 'scale': {
      const steps = stepsOf(question);
      if (steps.length === 0) return [{ ...base, ...limits, kind: 'number' }];
      return [{ ...base, kind: 'choice', choices: steps, data: { role: 'scale' } }];
    }
    case 'matrix':
      return [{ ...base, kind: 'matrix', choices: choicesOf(question.choices), rows: choicesOf(question.rows) }];
    case 'number':
      return [{ ...base, ...limits, kind: 'number' }];
    case 'date':
      return [{ ...base, kind: 'date' }];
    case 'open':
      return [{ ...base, kind: 'paragraph', lines }];
    default:
      return [];
  }
}

function choicesOf(choices: readonly Choice[]): { value: string; label: string }[] {
  return choices.map(({ code, label }) => ({ value: code, label: label === '' ? code : label }));
}

function yesNo({ choices }: Question, { labels }: GuideContext): { value: string; label: string }[] {
  const own = (code: 'yes' | 'no'): string => choices.find((choice) => choice.code === code)?.label || labels[code];
  return (['yes', 'no'] as const).map((code) => ({ value: code, label: own(code) }));
}

/** Each step with its number, and its words where it has any. */
function stepsOf({ min = 1, max, choices }: Question): { value: string; label: string }[] {
  const named = new Map(choices.map(({ code, label }) => [code, label]));
  const last = max ?? (choices.length > 0 ? min + choices.length - 1 : 5);
  const count = last - min + 1;
  if (!Number.isInteger(min) || !Number.isInteger(last) || count < 2 || count > MOST_STEPS) return [];
  return Array.from({ length: count }, (_, index) => {
    const value = String(min + index);
    const label = named.get(value) ?? '';
    return { value, label: label === '' || label === value ? value : `${value} ${label}` };
  });
}
