import type { Choice, Question, QuestionnairePart, QuestionnaireSet } from '../../model/questionnaire.ts';
import { blocksToText } from '../../text/forms/block-text.ts';
import { formWords } from '../../text/forms/form-words.ts';
import { openingText } from '../../text/forms/opening-rows.ts';
import { parseRowType } from '../../text/forms/row-types.ts';
import { inLanguage } from '../../text/questionnaire/merge-translations.ts';
import { type LimeCodes, limeCodes, numbers } from './codes.ts';
import { type RelevanceContext, relevanceOf } from './relevance.ts';

/** Columns of the structure, in order. */
export const LIME_COLUMNS = [
  'id',
  'related_id',
  'class',
  'type/scale',
  'name',
  'relevance',
  'text',
  'help',
  'language',
  'validation',
  'mandatory',
  'encrypted',
  'other',
  'default',
  'same_default',
  'min_num_value_n',
  'max_num_value_n',
  'num_value_int_only',
] as const;

/** A row by its columns. */
export type LimeRow = Partial<Readonly<Record<(typeof LIME_COLUMNS)[number], string>>>;

/** Nobody is traced: no address, no date, no referring page, answers apart from who gave them. */
const SETTINGS: Readonly<Record<string, string>> = {
  anonymized: 'Y',
  datestamp: 'N',
  ipaddr: 'N',
  refurl: 'N',
  savetimings: 'N',
  format: 'G',
  allowprev: 'Y',
};

const CONSENT = 'consent';

interface Writing extends RelevanceContext {
  readonly codes: LimeCodes;
  readonly language: string;
  /** Gives the next number of a question or group. */
  readonly next: () => string;
}

/**
 * The structure of a survey: settings, then all groups, questions and answers in each language.
 *
 * @param set A questionnaire.
 */
export function limeRows(set: QuestionnaireSet): readonly LimeRow[] {
  const { source, translations } = set;
  const languages = [source, ...translations].map(({ language }) => language);
  const codes = limeCodes(source.questions, [CONSENT]);
  const byId = new Map(source.questions.map((question) => [question.id, question]));
  const settings = { ...SETTINGS, language: source.language, additional_languages: languages.slice(1).join(' ') };
  return [
    ...Object.entries(settings).map(([name, text]) => ({ class: 'S', name, text })),
    ...languages.flatMap((language) => languageRows(set, language)),
    ...languages.flatMap((language) => {
      let count = 0;
      const next = () => String(++count);
      return bodyRows(set, { codes, language, next, question: (id) => byId.get(id) });
    }),
  ];
}

function languageRows(set: QuestionnaireSet, language: string): readonly LimeRow[] {
  const questionnaire = inLanguage(set, language);
  const texts = {
    surveyls_title: html(questionnaire.frontMatter.title ?? set.id),
    surveyls_welcometext: html(openingText(questionnaire)),
    surveyls_endtext: '',
  };
  return Object.entries(texts).map(([name, text]) => ({ class: 'SL', name, text, language }));
}

function bodyRows(set: QuestionnaireSet, writing: Writing): readonly LimeRow[] {
  const questionnaire = inLanguage(set, writing.language);
  const { consent, assent } = questionnaire.frontMatter;
  const asked = [consent, assent].filter((text) => text !== undefined).join('\n');
  const opening = asked === '' ? [] : consentRows(asked, writing);
  const relevance = asked === '' ? '1' : `${CONSENT}.NAOK == "Y"`;
  const parts = questionnaire.parts.filter(({ questions }) => questions.length > 0);
  return [...opening, ...parts.flatMap((part) => partRows(part, relevance, writing))];
}

function consentRows(text: string, { next, language }: Writing): readonly LimeRow[] {
  const words = formWords(language);
  return [
    { id: next(), class: 'G', name: words.consent, relevance: '1', text: '', language },
    {
      id: next(),
      class: 'Q',
      'type/scale': 'Y',
      name: CONSENT,
      relevance: '1',
      text: html(text),
      language,
      mandatory: 'Y',
      other: 'N',
    },
  ];
}

function partRows(part: QuestionnairePart, relevance: string, writing: Writing): readonly LimeRow[] {
  const { next, language } = writing;
  const name = part.title === '' ? '–' : html(part.title);
  const group = { id: next(), class: 'G', name, relevance, text: html(blocksToText(part.body)), language };
  return [group, ...part.questions.flatMap((question) => questionRows(question, [], writing))];
}

/** The letter LimeSurvey has for a question. */
function letterOf({ type, form, min, max, choices }: Question): string | undefined {
  const letters: Partial<Readonly<Record<Question['type'], string>>> = {
    open: 'T',
    'one-of': 'L',
    'several-of': 'M',
    number: 'N',
    date: 'D',
    'yes-no': 'Y',
    matrix: 'F',
    group: 'X',
  };
  if (type === 'scale') return choices.length === 0 && min === 1 && max === 5 ? '5' : 'L';
  // Of what only survey programs see, LimeSurvey can show the notes.
  if (type === 'form') return ['', 'note'].includes(parseRowType(form.type ?? '').base) ? 'X' : undefined;
  return letters[type];
}

/** The rows of a question; those of a group under its conditions. LimeSurvey asks no group more than once. */
function questionRows(question: Question, around: readonly string[], writing: Writing): readonly LimeRow[] {
  const letter = letterOf(question);
  const source = writing.question(question.id) ?? question;
  const own = relevanceOf(source.shownIf, writing);
  const conditions = own === '1' ? around : [...around, own];
  const inside = question.questions.flatMap((inner) => questionRows(inner, conditions, writing));
  if (letter === undefined) return inside;
  const id = writing.next();
  const row: LimeRow = {
    id,
    class: 'Q',
    'type/scale': letter,
    name: writing.codes.question(question.id),
    relevance: conditions.length > 1 ? conditions.map((one) => `(${one})`).join(' and ') : (conditions[0] ?? '1'),
    text: html(question.text),
    help: html(blocksToText(question.hint)),
    language: writing.language,
    mandatory: question.required && letter !== 'X' ? 'Y' : 'N',
    other: parseRowType(question.form.type ?? '').orOther ? 'Y' : 'N',
    ...(letter === 'N' ? bounds(question) : {}),
  };
  return [row, ...answerRows(question, { id, letter, writing }), ...inside];
}

function bounds({ min, max, form }: Question): LimeRow {
  return {
    ...(min === undefined ? {} : { min_num_value_n: String(min) }),
    ...(max === undefined ? {} : { max_num_value_n: String(max) }),
    ...(form.type === 'decimal' ? {} : { num_value_int_only: '1' }),
  };
}

interface AnswerRows {
  readonly id: string;
  readonly letter: string;
  readonly writing: Writing;
}

function answerRows(question: Question, { id, letter, writing }: AnswerRows): readonly LimeRow[] {
  const { codes, language } = writing;
  const row = ({ code, label }: Pick<Choice, 'code' | 'label'>): LimeRow => ({
    id,
    class: 'SQ',
    'type/scale': '0',
    name: codes.row(question.id, code),
    relevance: '1',
    text: html(label),
    language,
  });
  const answer = ({ code, label }: Pick<Choice, 'code' | 'label'>): LimeRow => ({
    id,
    class: 'A',
    'type/scale': '0',
    name: codes.answer(question.id, code),
    relevance: '0',
    text: html(label),
    language,
  });
  if (letter === 'M') return question.choices.map(row);
  if (letter === 'F') return [...question.rows.map(row), ...question.choices.map(answer)];
  return letter === 'L' ? steps(question).map(answer) : [];
}

/** The choices of a question; of a scale every step. */
function steps({ type, choices, min = 1, max = choices.length }: Question): readonly Pick<Choice, 'code' | 'label'>[] {
  if (type !== 'scale') return choices;
  const words = new Map(choices.map(({ code, label }) => [code, label]));
  return numbers(min, max).map((code) => ({ code, label: words.get(code) ?? code }));
}

/** LimeSurvey takes texts for HTML, and braces for expressions. */
function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replaceAll('\n', '<br />');
}
