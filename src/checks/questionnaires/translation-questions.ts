import type { Check } from '../../model/contracts.ts';
import type { Choice, Question, Questionnaire } from '../../model/questionnaire.ts';
import { EXAMPLE_FILE, exampleQuestionnaire, sayOf, setsOf } from '../questionnaires.ts';
import { type SpottedFinding, say } from '../say.ts';
import { someOf } from '../words.ts';

const SOURCE = exampleQuestionnaire('## What gets in the way? {#q1}\n\n## What helps? {#q2}\n');
const FRENCH = { language: 'fr', translation: '{ from: en }' };

/** A translation has the same questions and choices. */
export const translationQuestions: Check = {
  id: 'questionnaires/translation-questions',
  about: 'A translation has the same questions, choices and rows as what it was translated from.',
  why: 'Answers in all languages are counted together by the ids of questions and the codes of choices.',
  severity: 'warning',
  needs: ['notes'],
  examples: {
    file: 'questionnaires/civil-society-first.fr.md',
    failing: exampleQuestionnaire('## Quels sont les obstacles ? {#q1}\n\n## Qu’est-ce qui aide ? {#q3}\n', FRENCH),
    passing: exampleQuestionnaire('## Quels sont les obstacles ? {#q1}\n\n## Qu’est-ce qui aide ? {#q2}\n', FRENCH),
    files: { [EXAMPLE_FILE]: SOURCE },
  },
  run: (context) =>
    setsOf(context).flatMap(({ source, translations }) =>
      translations.flatMap((translation) => compare(source, translation)),
    ),
};

function compare(source: Questionnaire, translation: Questionnaire): SpottedFinding[] {
  const originals = new Map(source.questions.map((question) => [question.id, question]));
  const ids = new Set(translation.questions.map(({ id }) => id));
  const missing = source.questions.filter((one) => hasWords(one) && !ids.has(one.id)).map(({ id }) => id);
  const extra = translation.questions.filter(({ id }) => !originals.has(id));
  return [
    ...(missing.length === 0 ? [] : [missingQuestions(missing, source, translation)]),
    ...extra.map((question) => extraQuestion(question, source, translation)),
    ...translation.questions.flatMap((question) => {
      const original = originals.get(question.id);
      return original === undefined ? [] : inQuestion(question, original, translation);
    }),
  ];
}

/** What only survey programs see, and groups without a heading, need no translation. */
function hasWords({ text, choices, rows, hint }: Question): boolean {
  return text !== '' || choices.length + rows.length + hint.length > 0;
}

function missingQuestions(ids: readonly string[], source: Questionnaire, { file }: Questionnaire): SpottedFinding {
  const [message, hint] = [
    `The translation lacks ${ids.length === 1 ? 'the question' : 'the questions'} ${someOf(ids)} of ${source.file}.`,
    'Translate what is missing, under the same ids; until then it is asked in the source language.',
  ];
  return say(translationQuestions, { file, line: 1, column: 1 }, { message, hint });
}

function extraQuestion(question: Question, source: Questionnaire, translation: Questionnaire): SpottedFinding {
  return sayOf(translationQuestions, translation, {
    question,
    words: `{#${question.id}`,
    message: `The question "${question.id}" is not in ${source.file}.`,
    hint: 'Give it the id of the question it translates, or add it to the source language; as it is, it is not asked.',
  });
}

function inQuestion(question: Question, original: Question, translation: Questionnaire): SpottedFinding[] {
  const found: SpottedFinding[] = [];
  const add = (message: string, hint: string) =>
    found.push(sayOf(translationQuestions, translation, { question, words: `{#${question.id}`, message, hint }));
  if (question.type !== original.type && question.type !== 'open') {
    add(
      `The question "${question.id}" is ${question.type} here but ${original.type} in the source language.`,
      'Take the type away: it comes from the source language.',
    );
  }
  for (const [what, ours, theirs] of [
    ['choices', question.choices, original.choices],
    ['rows', question.rows, original.rows],
  ] as const) {
    const [lacking, strange] = [without(theirs, ours), without(ours, theirs)];
    if (ours.length === 0 && theirs.length === 0) continue;
    if (lacking.length > 0)
      add(
        `The question "${question.id}" lacks the ${what} ${someOf(lacking)}.`,
        'Translate their labels, under the same codes.',
      );
    if (strange.length > 0)
      add(
        `The question "${question.id}" has ${what} that the source language does not have: ${someOf(strange)}.`,
        'Use the codes of the source language.',
      );
  }
  return found;
}

function without(codes: readonly Choice[], others: readonly Choice[]): readonly string[] {
  return codes.filter(({ code }) => !others.some((other) => other.code === code)).map(({ code }) => code);
}
