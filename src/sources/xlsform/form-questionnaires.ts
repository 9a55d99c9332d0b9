import type {
  Question,
  Questionnaire,
  QuestionnaireFrontMatter,
  QuestionnairePart,
} from '../../model/questionnaire.ts';
import { languageOfColumn } from '../../text/forms/columns.ts';
import { columnLanguage } from '../../text/forms/languages.ts';
import { type RowNode, rowTree } from '../../text/forms/row-tree.ts';
import { sheetSetting } from '../../text/forms/settings.ts';
import type { OtherSheet, SurveyForm } from '../../text/forms/survey-form.ts';
import { COLUMN_LANGUAGE } from '../../text/forms/tongues.ts';
import { nodeQuestion } from './node-question.ts';
import { type QuestionContext, questionContext } from './question-context.ts';

/**
 * One questionnaire for each language of a form that has a word in it; the default language first.
 *
 * @param form As read.
 */
export function formQuestionnaires(form: SurveyForm): readonly Questionnaire[] {
  const tree = rowTree(form.survey);
  const codes = languageCodes(form);
  const { group, round } = groupAndRound(form);
  return form.languages.flatMap((language, index) => {
    const isSource = index === 0;
    if (!isSource && !hasWords(form, language)) return [];
    const code = codes[index] ?? 'und';
    const context = questionContext(form, tree, { language, isSource });
    const parts = partsOf(tree, context);
    const translation = isSource ? {} : { translation: { from: codes[0] ?? 'und' } };
    const frontMatter = {
      group,
      round,
      language: code,
      ...titleOf(form, isSource),
      ...translation,
      ...settingsOf(context),
    };
    const id = `${group}-${round}`;
    return [
      {
        id,
        file: `questionnaires/${id}.${code}.md`,
        language: code,
        frontMatter,
        introduction: [],
        parts,
        questions: parts.flatMap(({ questions }) => allOf(questions)),
      },
    ];
  });
}

function allOf(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question) => [question, ...allOf(question.questions)]);
}

function hasWords({ survey, choices }: SurveyForm, language: string): boolean {
  return [...survey, ...choices].some(({ cells }) =>
    Object.keys(cells).some((column) => languageOfColumn(column).language === language),
  );
}

/** Codes of the languages, no two the same; English where no language is named at all. */
function languageCodes({ languages, settings }: SurveyForm): readonly string[] {
  const taken = new Set<string>();
  return languages.map((language) => {
    const name = language === '' ? (settings.default_language ?? '') : language;
    const unnamed = languages.length === 1 ? 'en' : 'und';
    const known = name === '' || name === 'default' ? unnamed : columnLanguage(name).code;
    let code = known;
    for (let count = 2; taken.has(code); count += 1) code = `${known}-x-${count}`;
    taken.add(code);
    return code;
  });
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u;

function groupAndRound({ settings, file }: SurveyForm): { readonly group: string; readonly round: string } {
  const match = /^(.+)-([^-]+)$/u.exec(settings.form_id ?? '');
  if (match?.[1] !== undefined && match[2] !== undefined && NAME.test(match[1]) && NAME.test(match[2])) {
    return { group: match[1], round: match[2] };
  }
  const name = (settings.form_id ?? file.replace(/\.[a-z]+$/iu, '')).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const group = name.replace(/^-+|-+$/gu, '').slice(0, 60);
  return { group: NAME.test(group) ? group : 'form', round: 'first' };
}

function titleOf({ settings }: SurveyForm, isSource: boolean): Pick<QuestionnaireFrontMatter, 'title' | 'version'> {
  if (!isSource) return {};
  const { form_title: title, version } = settings;
  return { ...(title === undefined ? {} : { title }), ...(version === undefined ? {} : { version }) };
}

function settingsOf({ form, language, isSource }: QuestionContext): Pick<QuestionnaireFrontMatter, 'form'> {
  const own = { [COLUMN_LANGUAGE]: language };
  if (!isSource) return { form: { settings: own } };
  const { form_title: _, form_id: id, version: __, ...settings } = form.settings;
  const sheets = [unusedChoices(form), ...form.others].filter((sheet) => sheet !== undefined).map(sheetSetting);
  return {
    form: { ...(id === undefined ? {} : { id }), settings: { ...own, ...settings, ...Object.fromEntries(sheets) } },
  };
}

/** Choices that no question uses, as a sheet. */
function unusedChoices(form: SurveyForm): OtherSheet | undefined {
  const used = new Set(questionContext(form, rowTree(form.survey), { language: '', isSource: true }).usedLists);
  const unused = form.choices.filter(({ cells }) => !used.has(cells.list_name ?? ''));
  if (unused.length === 0) return undefined;
  const columns = [...new Set(unused.flatMap(({ cells }) => Object.keys(cells)))];
  return {
    name: 'choices',
    rows: [columns, ...unused.map(({ cells }) => columns.map((column) => cells[column] ?? ''))],
  };
}

/** Groups that are named as parts are written are parts, where nothing stands behind them that would fall into them. */
function partsOf(tree: readonly RowNode[], context: QuestionContext): readonly QuestionnairePart[] {
  const first = tree.findIndex((node) => node.row.cells.name === 'part_1');
  const groups = first < 0 ? [] : tree.slice(first);
  const areParts = groups.length > 0 && groups.every((node, index) => isPart(node, `part_${index + 1}`, context.form));
  const loose = areParts ? tree.slice(0, first) : tree;
  const questions = (nodes: readonly RowNode[]) => nodes.flatMap((node) => nodeQuestion(node, context) ?? []);
  const opening = { title: '', line: 1, pause: false, body: [], facilitator: [], questions: questions(loose) };
  const named = (areParts ? groups : []).map(({ row, children }) => ({
    ...opening,
    title: context.words(row, 'label').text,
    line: row.place.line,
    questions: questions(children),
  }));
  return loose.length === 0 && named.length > 0 ? named : [opening, ...named];
}

function isPart({ row, type, end, children }: RowNode, name: string, { languages }: SurveyForm): boolean {
  const columns = new Set(Object.keys(row.cells).map((column) => languageOfColumn(column).base));
  const texts = Object.keys(row.cells).filter((column) => languageOfColumn(column).base === 'label');
  return (
    type.base === 'begin_group' &&
    row.cells.name === name &&
    children.length > 0 &&
    [...columns].every((column) => ['type', 'name', 'label'].includes(column)) &&
    texts.length === languages.length &&
    texts.every((column) => /^\S+(?: \S+)*$/u.test(row.cells[column] ?? '')) &&
    Object.keys(end?.cells ?? {}).length === 1
  );
}
