import { fill } from '../model/labels.ts';
import type { Question } from '../model/questionnaire.ts';
import { type Comparison, type Condition, parseCondition } from '../text/questionnaire/condition.ts';
import type { GuideContext } from './guide-options.ts';

/** How each comparison is said. */
const SAID: Readonly<Record<Comparison, 'is' | 'isNot' | 'lessThan' | 'atMost' | 'moreThan' | 'atLeast'>> = {
  '=': 'is',
  '!=': 'isNot',
  '<': 'lessThan',
  '<=': 'atMost',
  '>': 'moreThan',
  '>=': 'atLeast',
};

/**
 * The condition under which a question is asked; undefined where it is always asked.
 * One that cannot be read is taken for a rule of a survey program, so that nobody is left unasked by it.
 */
export function conditionOf({ shownIf }: Question): Condition | undefined {
  if (shownIf === undefined || shownIf.trim() === '') return undefined;
  return parseCondition(shownIf).condition ?? { kind: 'xpath', expression: shownIf };
}

/**
 * Says a condition in the words of a language: `the answer to question 2 is “Yes”`.
 *
 * @param condition When a question is asked.
 */
export function conditionInWords(condition: Condition, context: GuideContext): string {
  const words = context.words.condition;
  switch (condition.kind) {
    case 'compare':
      return fill(words[SAID[condition.operator]], parts(condition.question, condition.value, context));
    case 'includes':
      return fill(words.includes, parts(condition.question, condition.value, context));
    case 'answered':
      return fill(words.answered, parts(condition.question, '', context));
    case 'not':
      return fill(words.not, { what: conditionInWords(condition.condition, context) });
    case 'xpath':
      return fill(words.rule, { rule: condition.expression });
    default:
      return condition.conditions.map((each) => inside(each, context)).join(` ${words[condition.kind]} `);
  }
}

/** A joined condition inside another stands in parentheses: words alone do not say what belongs together. */
function inside(condition: Condition, context: GuideContext): string {
  const said = conditionInWords(condition, context);
  return condition.kind === 'and' || condition.kind === 'or' ? `(${said})` : said;
}

function parts(id: string, value: string, context: GuideContext): { question: string; answer: string } {
  const { numbers, words } = context;
  const number = numbers.numberOf(id);
  const label = answerLabel(numbers.question(id), value, context);
  return {
    question: number === undefined ? id : fill(words.condition.question, { n: number }),
    answer: /^-?\d+(?:\.\d+)?$/u.test(label) ? label : fill(words.condition.quoted, { answer: label }),
  };
}

/** The words of an answer where it is one to choose. */
function answerLabel(question: Question | undefined, value: string, { labels }: GuideContext): string {
  const choice = question?.choices.find(({ code }) => code === value);
  if (choice !== undefined && choice.label !== '') return choice.label;
  if (question?.type === 'yes-no' && (value === 'yes' || value === 'no')) return labels[value];
  return value;
}
