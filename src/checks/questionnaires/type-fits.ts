import type { Check } from '../../model/contracts.ts';
import type { Question, Questionnaire, QuestionType } from '../../model/questionnaire.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, sayOf, setsOf } from '../questionnaires.ts';
import type { SpottedFinding } from '../say.ts';

const BOUNDED: ReadonlySet<QuestionType> = new Set(['scale', 'number', 'form']);

/** What a question says of itself fits its type. */
export const typeFits: Check = {
  id: 'questionnaires/type-fits',
  about: 'What a question says of itself fits its type.',
  why: 'A scale without ends, a group without questions or a text with a least value cannot be put on a form as it was meant.',
  severity: 'error',
  needs: ['notes'],
  examples: {
    file: EXAMPLE_FILE,
    failing: exampleQuestionnaire('## {#q1}\n'),
    passing: exampleQuestionnaire('## How well does it work? {#q1}\n'),
  },
  run: (context) =>
    setsOf(context).flatMap(({ source }) => source.questions.flatMap((question) => faults(source, question))),
};

interface Rule {
  readonly breaks: (question: Question) => boolean;
  /** Completes “The question "q1” …. */
  readonly says: string;
  readonly hint: string;
}

const RULES: readonly Rule[] = [
  {
    breaks: ({ type, min, max, choices }) =>
      type === 'scale' && choices.length === 0 && (min === undefined || max === undefined),
    says: 'is a scale without a first and a last step',
    hint: 'Add `min: 1` `max: 5`, or list its steps as choices.',
  },
  {
    breaks: ({ min, max }) => min !== undefined && max !== undefined && min >= max,
    says: 'has a greatest value that is not above its least',
    hint: 'Put the smaller number behind min.',
  },
  {
    breaks: ({ type, min, max }) => !BOUNDED.has(type) && (min !== undefined || max !== undefined),
    says: 'has a least or greatest value, but is neither a number nor a scale',
    hint: 'Give it `type: number` or `type: scale`, or take min and max away.',
  },
  {
    breaks: ({ type, questions }) => type === 'group' && questions.length === 0,
    says: 'is a group without questions',
    hint: 'Put its questions below it under deeper headings with ids, such as ### Where? {#q1a}.',
  },
  {
    breaks: ({ type, repeated }) => repeated && type !== 'group',
    says: 'is to be repeated, but is no group',
    hint: 'Give it `type: group`, and its questions deeper headings.',
  },
  {
    breaks: ({ text, type }) => text === '' && type !== 'form' && type !== 'group',
    says: 'has no words',
    hint: 'Write the question in front of its id.',
  },
];

function faults(source: Questionnaire, question: Question): SpottedFinding[] {
  return RULES.filter(({ breaks }) => breaks(question)).map(({ says, hint }) =>
    sayOf(typeFits, source, {
      question,
      words: `{#${question.id}`,
      message: `The question "${question.id}" ${says}.`,
      hint,
    }),
  );
}
