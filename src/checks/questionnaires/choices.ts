import type { Check } from '../../model/contracts.ts';
import type { Choice, Question, Questionnaire, QuestionType } from '../../model/questionnaire.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, sayOf, setsOf } from '../questionnaires.ts';
import type { SpottedFinding } from '../say.ts';

/** Which types are answered by choosing. */
const CHOOSING: ReadonlySet<QuestionType> = new Set(['one-of', 'several-of', 'matrix']);
/** Which types may have choices. */
const WITH_CHOICES: ReadonlySet<QuestionType> = new Set([...CHOOSING, 'scale', 'form', 'yes-no']);
const YES_NO: readonly string[] = ['yes', 'no'];

/** Questions that are answered by choosing have choices, each with a code of its own. */
export const choices: Check = {
  id: 'questionnaires/choices',
  about: 'Questions that are answered by choosing have choices, each with a code of its own.',
  why: 'Answers are counted by the code of a choice; where two share one, or a choice has none, nobody can tell them apart again.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire('## How often? {#q1}\n\n`type: one-of`\n\n- `never` Never\n- `never` Always\n'),
    passing: exampleQuestionnaire('## How often? {#q1}\n\n`type: one-of`\n\n- `never` Never\n- `always` Always\n'),
  },
  run: (context) =>
    setsOf(context).flatMap(({ source, translations }) => [
      ...source.questions.flatMap((question) => inSource(source, question)),
      ...[source, ...translations].flatMap((one) => one.questions.flatMap((question) => codesOf(one, question))),
    ]),
};

function inSource(source: Questionnaire, question: Question): SpottedFinding[] {
  const { type, id } = question;
  const words = `{#${id}`;
  const found: SpottedFinding[] = [];
  const add = (message: string, hint: string) => found.push(sayOf(choices, source, { question, words, message, hint }));
  if (CHOOSING.has(type) && question.choices.length === 0) {
    add(
      `The question "${id}" is answered by choosing but has no choices.`,
      'List them below it, as in - `other` Other.',
    );
  }
  if (type === 'matrix' && question.rows.length === 0) {
    add(`The matrix "${id}" has no rows.`, 'List them below its choices, as in 1. `rights` Human rights.');
  }
  if (!WITH_CHOICES.has(type) && question.choices.length > 0) {
    add(`The question "${id}" has choices, but its type is ${type}.`, 'Give it `type: one-of` or `type: several-of`.');
  }
  if (type !== 'matrix' && type !== 'form' && question.rows.length > 0) {
    add(
      `The question "${id}" has rows, but its type is ${type}.`,
      'Give it `type: matrix`, or make the list a bullet list.',
    );
  }
  if (type === 'yes-no' && question.choices.some(({ code }) => !YES_NO.includes(code))) {
    add(
      `The question "${id}" is of type yes-no but has other choices.`,
      'Give it `type: one-of`, or leave yes and no alone.',
    );
  }
  return found;
}

/** Codes that stand twice, and codes that a list of codes would tear apart. */
function codesOf(questionnaire: Questionnaire, question: Question): SpottedFinding[] {
  return [question.choices, question.rows].flatMap((list) =>
    list.flatMap((choice, index) => {
      const fault = faultOf(choice, list.slice(0, index));
      const where = { line: choice.line };
      return fault === undefined ? [] : [sayOf(choices, questionnaire, { question: where, words: '`', ...fault })];
    }),
  );
}

function faultOf({ code }: Choice, before: readonly Choice[]): { message: string; hint: string } | undefined {
  if (code === '') return { message: 'This choice has an empty code.', hint: 'Give it a short code of its own.' };
  if (/\s/u.test(code)) {
    return {
      message: `The code "${code.slice(0, 40)}" has a space in it.`,
      hint: 'Write one word: survey programs keep several codes in one cell, with spaces between.',
    };
  }
  const same = before.find((one) => one.code === code);
  return same === undefined
    ? undefined
    : {
        message: `The code "${code.slice(0, 40)}" already belongs to the choice on line ${same.line}.`,
        hint: 'Give one of them another code.',
      };
}
