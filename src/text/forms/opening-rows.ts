import type { Questionnaire, QuestionnaireSet } from '../../model/questionnaire.ts';
import { blocksToText } from './block-text.ts';
import { type ChoiceLists, yesNoRows } from './choice-lists.ts';
import { formWords } from './form-words.ts';
import type { FormRow } from './survey-form.ts';
import { type Tongue, translatedCells } from './tongues.ts';

/** Names of the rows a form opens with. */
const NAMES = {
  about: 'about',
  consent: 'consent',
  assent: 'assent',
  refused: 'not_agreed',
  answers: 'answers',
} as const;

/**
 * What people read before anything is asked: the introduction, the purpose, the use, who sees it, how to withdraw.
 *
 * @param set A questionnaire.
 * @param tongues Its languages.
 */
export function openingNote({ source }: QuestionnaireSet, tongues: readonly Tongue[]): readonly FormRow[] {
  const words = translatedCells('label', tongues, (tongue) => ({ text: openingText(tongue.questionnaire), form: {} }));
  if (Object.values(words).every((text) => text === '')) return [];
  return [row(source.file, { type: 'note', name: free(NAMES.about, tongues), ...words })];
}

/**
 * The introduction of a questionnaire and what its front matter tells those who answer, a line each.
 *
 * @param questionnaire In one language.
 */
export function openingText({ introduction, frontMatter, language }: Questionnaire): string {
  const say = formWords(language);
  const told: readonly (readonly [label: string, text: string | undefined])[] = [
    [say.purpose, frontMatter.purpose],
    [say.used, frontMatter['how-inputs-are-used']],
    [say.seen, frontMatter['who-sees-the-data']],
    [say.withdraw, frontMatter['right-to-withdraw']],
    [say.contact, frontMatter.contact],
    [say.deadline, frontMatter.deadline],
  ];
  const lines = told.flatMap(([label, text]) => (text === undefined ? [] : [`${label}: ${text.trim()}`]));
  return [blocksToText(introduction), ...lines].filter((line) => line !== '').join('\n');
}

/**
 * Puts the question of consent before everything else; who says no is asked nothing more.
 *
 * @param set A questionnaire.
 * @param tongues Its languages.
 * @param lists Lists of choices, to which yes and no are added.
 * @param body The rows of the questions.
 */
export function consentRows(
  { source }: QuestionnaireSet,
  tongues: readonly Tongue[],
  lists: ChoiceLists,
  body: readonly FormRow[],
): readonly FormRow[] {
  const asked = (['consent', 'assent'] as const).filter((key) => source.frontMatter[key] !== undefined);
  if (asked.length === 0) return body;
  const { file } = source;
  const names = asked.map((key) => free(NAMES[key], tongues));
  const list = lists.add('yes_no', 'agreed', yesNoRows(tongues, { file, line: 1, column: 1 }));
  const given = names.map((name) => `\${${name}} = 'yes'`);
  const refused = names.map((name) => `\${${name}} = 'no'`).join(' or ');
  const questions = asked.map((key, index) =>
    row(file, {
      type: `select_one ${list}`,
      name: names[index] ?? key,
      ...textOf(tongues, ({ questionnaire }) => questionnaire.frontMatter[key] ?? ''),
      required: 'yes',
      relevant: given.slice(0, index).join(' and '),
    }),
  );
  const thanks = textOf(tongues, ({ questionnaire }) => formWords(questionnaire.language).refused);
  return [
    ...questions,
    row(file, { type: 'note', name: free(NAMES.refused, tongues), ...thanks, relevant: refused }),
    row(file, { type: 'begin_group', name: free(NAMES.answers, tongues), relevant: given.join(' and ') }),
    ...body,
    row(file, { type: 'end_group' }),
  ];
}

function textOf(tongues: readonly Tongue[], text: (tongue: Tongue) => string): Record<string, string> {
  return translatedCells('label', tongues, (tongue) => ({ text: text(tongue), form: {} }));
}

function row(file: string, cells: Record<string, string>): FormRow {
  return { cells, place: { file, line: 1, column: 1 } };
}

/** A name that no question has. */
function free(name: string, tongues: readonly Tongue[]): string {
  const taken = tongues[0]?.questions;
  return taken?.has(name) ? free(`${name}_`, tongues) : name;
}
