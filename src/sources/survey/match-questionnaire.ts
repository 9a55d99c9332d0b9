import type { SurveyMapping, SurveyRole } from '../../model/mapping.ts';
import type { Choice, Question, Questionnaire, QuestionType } from '../../model/questionnaire.ts';
import { CONSENT, knownColumn, LANGUAGE } from '../tables/header-words.ts';
import { fold } from './fold.ts';
import { oneId } from './guess-survey.ts';
import type { SurveyQuestionnaire } from './survey-types.ts';

/** What answers to a question of each type are in a spreadsheet. */
export const ROLES: Readonly<Record<QuestionType, SurveyRole>> = {
  open: 'open',
  'one-of': 'choice',
  'several-of': 'choices',
  scale: 'choice',
  number: 'number',
  date: 'date',
  'yes-no': 'choice',
  matrix: 'choice',
  group: 'drop',
  form: 'drop',
};

/** Share of columns that must answer a question for a questionnaire to be the survey's. */
const ENOUGH = 0.5;
/** What is left out whatever a questionnaire calls it. */
const NEVER: ReadonlySet<string> = new Set(['device', 'contact', 'name', 'place']);

/** A questionnaire and the mapping its questions give. */
export interface QuestionnaireMatch {
  readonly set: SurveyQuestionnaire;
  readonly mapping: SurveyMapping;
}

/**
 * Finds the questionnaire a survey's columns answer, by ids of questions or by their words in any language.
 *
 * @param headings Headings of all tables of the file.
 * @param questionnaires All of the workspace, in all languages.
 * @param wanted Id of the questionnaire, where somebody said it.
 * @returns Undefined where none has most of the columns.
 */
export function matchQuestionnaire(
  headings: readonly string[],
  questionnaires: readonly Questionnaire[],
  wanted?: string,
): QuestionnaireMatch | undefined {
  const ids = [...new Set(questionnaires.map(({ id }) => id))].filter((id) => wanted === undefined || id === wanted);
  const scored = ids.map((id) => {
    const [first, ...others] = questionnaires.filter((one) => one.id === id) as [Questionnaire, ...Questionnaire[]];
    const set: SurveyQuestionnaire = [first, ...others];
    const mapping = mapColumns(headings, set);
    return { set, mapping, score: scoreOf(mapping) };
  });
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, one) => (top === undefined || one.score > top.score ? one : top),
    undefined,
  );
  return best !== undefined && (best.score >= ENOUGH || (wanted !== undefined && best.score > 0)) ? best : undefined;
}

/** Columns that answer a question, of those that are not the survey program's own. */
function scoreOf({ columns }: SurveyMapping): number {
  const own = columns.filter(({ column, question }) => question !== undefined || knownColumn(column) === undefined);
  return own.filter(({ question }) => question !== undefined).length / Math.max(1, own.length);
}

function mapColumns(headings: readonly string[], set: SurveyQuestionnaire): SurveyMapping {
  const index = indexOf(set);
  const columns = headings.map((column): SurveyMapping['columns'][number] => {
    const known = knownColumn(column);
    if (known !== undefined && NEVER.has(known.about)) return { column, as: 'drop' };
    const found = findQuestion(column, index);
    if (found !== undefined) return { column, ...found };
    if (known !== undefined) return { column, as: known.as };
    return { column, as: LANGUAGE.test(column) ? 'language' : 'open' };
  });
  return { kind: 'survey', questionnaire: set[0].id, columns: oneId(columns) };
}

/** Questions by their ids and words, with the choices and rows of each. */
type QuestionIndex = ReadonlyMap<string, Indexed>;

interface Indexed {
  readonly question: Question;
  /** Codes by folded code and labels. */
  readonly choices: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, string>;
}

function indexOf(set: SurveyQuestionnaire): QuestionIndex {
  const index = new Map<string, Indexed>();
  const all = set.flatMap(({ questions }) => questions);
  for (const question of all) {
    const same = all.filter(({ id }) => id === question.id);
    const typed = same.find(({ type }) => type !== 'open') ?? question;
    const choices = codesOf(same.flatMap((one) => one.choices));
    const indexed = { question: typed, choices, rows: codesOf(same.flatMap((one) => one.rows)) };
    for (const key of [question.id, question.text]) if (!index.has(fold(key))) index.set(fold(key), indexed);
  }
  return index;
}

/**
 * Codes by folded codes and labels, codes first.
 *
 * @param choices Choices in any number of languages.
 */
export function codesOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const codes = new Map(choices.map(({ code }) => [fold(code), code]));
  for (const { code, label } of choices) if (!codes.has(fold(label))) codes.set(fold(label), code);
  return codes;
}

type Found = Pick<SurveyMapping['columns'][number], 'as' | 'question' | 'choice'>;

/** The question a heading stands for, behind its groups; or one answer, or one row, of it. */
function findQuestion(heading: string, index: QuestionIndex): Found | undefined {
  const parts = heading.split('/');
  for (let from = 0; from < parts.length; from += 1) {
    const whole = index.get(fold(parts.slice(from).join('/')));
    if (whole !== undefined) return whole.question.type === 'group' ? undefined : plain(whole.question, heading);
    const found = findPart(parts.slice(from), index);
    if (found !== undefined) return found;
  }
  const bracket = /^(.+?)\s*\[([^[\]]+)\]\s*$/u.exec(heading);
  return bracket === null ? undefined : partOf(index.get(fold(bracket[1] ?? '')), bracket[2] ?? '');
}

/** `pillars/dev`, `Which areas matter most?/Human rights`: one answer or row behind its question. */
function findPart(parts: readonly string[], index: QuestionIndex): Found | undefined {
  for (let cut = parts.length - 1; cut > 0; cut -= 1) {
    const found = partOf(index.get(fold(parts.slice(0, cut).join('/'))), parts.slice(cut).join('/'));
    if (found !== undefined) return found;
  }
  return undefined;
}

function partOf(indexed: Indexed | undefined, part: string): Found | undefined {
  if (indexed === undefined) return undefined;
  const { question, choices, rows } = indexed;
  if (question.type === 'matrix') {
    const row = rows.get(fold(part));
    return row === undefined ? undefined : { as: 'choice', question: `${question.id}/${row}` };
  }
  if (question.type !== 'several-of') return undefined;
  // An answer the questionnaire does not know, such as "other", counts under its own name.
  return { as: 'choices', question: question.id, choice: choices.get(fold(part)) ?? part.trim() };
}

function plain(question: Question, heading: string): Found {
  const isConsent = CONSENT.test(heading) || CONSENT.test(question.id) || CONSENT.test(question.text);
  if (isConsent && (question.type === 'yes-no' || question.type === 'one-of')) {
    return { as: 'consent', question: question.id };
  }
  return { as: ROLES[question.type], question: question.id };
}
