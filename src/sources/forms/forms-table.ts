import type { FilledForm, FormAnswer, FormAnswers } from '../../model/form-answers.ts';
import type { SurveyMapping } from '../../model/mapping.ts';
import type { Question } from '../../model/questionnaire.ts';
import type { HeadedTable } from '../survey/ingest-survey.ts';
import { ROLES } from '../survey/match-questionnaire.ts';
import type { SurveyQuestionnaire } from '../survey/survey-types.ts';

/** Between the codes of several answers. */
const SEPARATOR = '\u001f';

type Column = SurveyMapping['columns'][number];

/** Filled forms as the tables a survey program would export. */
export interface FormTables {
  readonly tables: readonly HeadedTable[];
  readonly mapping: SurveyMapping;
}

/**
 * Lays filled forms out as tables: one row for each form, and a table for each repeated group.
 *
 * @param forms The forms.
 * @param set Their questionnaire in all languages.
 */
export function formTables(forms: readonly FilledForm[], set: SurveyQuestionnaire): FormTables {
  const [questionnaire] = set;
  const repeats = questionnaire.questions.filter(({ type, repeated }) => type === 'group' && repeated);
  const inside = new Set(repeats.flatMap((group) => allIn(group.questions)));
  const own = columnsOf(questionnaire.questions.filter((question) => !inside.has(question)));
  const first: readonly Column[] = [
    { column: '_uuid', as: 'id' },
    { column: '_language', as: 'language' },
    { column: '_consent', as: 'consent' },
  ];
  const main = tableOf(
    [...first, ...own],
    forms.map((form) => [form.response, form.language, form.consent ?? '', ...cellsOf(own, form.answers)]),
  );
  const others = repeats.map((group) => repeatTable(group, forms));
  const columns = [...first, ...own, ...others.flatMap((one) => one.columns)];
  return {
    tables: [main, ...others.map((one) => one.table)],
    mapping: { kind: 'survey', questionnaire: questionnaire.id, columns: [...columns] },
  };
}

function allIn(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question) => [question, ...allIn(question.questions)]);
}

/** Columns of the questions; of a matrix one for each row. */
function columnsOf(questions: readonly Question[]): readonly Column[] {
  return questions.flatMap((question): readonly Column[] => {
    const { id, type, rows } = question;
    if (type === 'group' || type === 'form') return [];
    if (type === 'matrix') {
      return rows.map(({ code }) => ({ column: `${id}/${code}`, as: 'choice', question: `${id}/${code}` }));
    }
    const separator = type === 'several-of' ? { separator: SEPARATOR } : {};
    return [{ column: id, as: ROLES[type], question: id, ...separator }];
  });
}

function cellsOf(columns: readonly Column[], answers: FormAnswers): readonly string[] {
  return columns.map(({ column }) => {
    const whole = answers[column];
    if (whole !== undefined) return cellOf(whole);
    const slash = column.indexOf('/');
    const matrix = slash === -1 ? undefined : answers[column.slice(0, slash)];
    return isRecord(matrix) ? (matrix[column.slice(slash + 1)] ?? '') : '';
  });
}

function cellOf(answer: FormAnswer): string {
  if (typeof answer === 'string') return answer;
  if (typeof answer === 'number') return String(answer);
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string').join(SEPARATOR) : '';
}

function isRecord(answer: FormAnswer | undefined): answer is { readonly [row: string]: string } {
  return typeof answer === 'object' && !Array.isArray(answer);
}

function repeatTable(group: Question, forms: readonly FilledForm[]) {
  const columns = columnsOf(allIn(group.questions));
  const rows = forms.flatMap((form) => {
    const answer = form.answers[group.id];
    const times = Array.isArray(answer) ? answer.filter((one) => typeof one === 'object') : [];
    return times.map((one) => [form.response, ...cellsOf(columns, one)]);
  });
  const parent: Column = { column: '_parent_index', as: 'drop' };
  return { columns, table: tableOf([parent, ...columns], rows) };
}

/** A table of rows that are there already; only what tells of tables from files is left empty. */
function tableOf(columns: readonly Column[], cells: readonly (readonly string[])[]): HeadedTable {
  const rows = cells.map((row, index) => ({ row: index + 1, cells: row }));
  const table = {
    rows: async function* () {
      yield* rows;
    },
  };
  return { table, head: { headings: columns.map(({ column }) => column), row: 0, sample: [] } };
}
