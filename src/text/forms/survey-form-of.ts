import type { Question, QuestionnairePart, QuestionnaireSet, QuestionType } from '../../model/questionnaire.ts';
import { blocksToText } from './block-text.ts';
import { type ChoiceLists, choiceLists, choiceRows, yesNoRows } from './choice-lists.ts';
import { consentRows, openingNote } from './opening-rows.ts';
import { type CellContext, keptType, questionCells } from './question-cells.ts';
import { parseRowType } from './row-types.ts';
import { formSettings, isFromForm, keptSheets } from './settings.ts';
import type { FormRow, SurveyForm } from './survey-form.ts';
import { tonguesOf, translatedCells } from './tongues.ts';

/** What is known while rows are written. */
interface Writing extends CellContext {
  readonly file: string;
  readonly lists: ChoiceLists;
}

/**
 * The survey form of a questionnaire in all its languages.
 *
 * Nothing is asked that the questionnaire does not ask: no device, no place, no account, no time of day.
 *
 * @param set A questionnaire.
 */
export function surveyFormOf(set: QuestionnaireSet): SurveyForm {
  const tongues = tonguesOf(set);
  const { source } = set;
  const writing: Writing = {
    file: source.file,
    tongues,
    lists: choiceLists(),
    ...namesOf(source.questions),
  };
  const body = bodyRows(source.parts, writing);
  const survey = isFromForm(source)
    ? body
    : [...openingNote(set, tongues), ...consentRows(set, tongues, writing.lists, body)];
  const kept = keptSheets(source);
  return {
    file: source.file,
    survey: survey.map(filled),
    choices: [...writing.lists.rows(), ...kept.choices].map(filled),
    settings: formSettings(set, tongues),
    languages: tongues.map(({ language }) => language),
    others: kept.others,
  };
}

function filled({ cells, place }: FormRow): FormRow {
  return { cells: Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== '')), place };
}

function namesOf(questions: readonly Question[]): Pick<CellContext, 'nameOf' | 'typeOf'> {
  const types = new Map<string, QuestionType>(questions.map(({ id, type }) => [id, type]));
  const names = new Map(questions.map(({ id, form }) => [id, form.name ?? xmlName(id)]));
  return { nameOf: (id) => names.get(id) ?? id, typeOf: (id) => types.get(id) };
}

/** A name that XML takes. */
export function xmlName(id: string): string {
  const name = id.replace(/[^\p{L}\p{N}_.-]/gu, '_');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
}

/** Parts are groups with a title; pauses are not asked in a form. */
function bodyRows(parts: readonly QuestionnairePart[], writing: Writing): readonly FormRow[] {
  let count = 0;
  return parts.flatMap((part, index) => {
    const rows = part.questions.flatMap((question) => questionRows(question, writing));
    if (part.title === '' || rows.length === 0) return rows;
    count += 1;
    return partRows(part, { name: `part_${count}`, index, rows, writing });
  });
}

interface PartRows {
  readonly name: string;
  readonly index: number;
  readonly rows: readonly FormRow[];
  readonly writing: Writing;
}

function partRows(part: QuestionnairePart, { name, index, rows, writing }: PartRows): readonly FormRow[] {
  const { tongues, file } = writing;
  const place = { file, line: part.line, column: 1 };
  const words = (textOf: (one: QuestionnairePart) => string) =>
    translatedCells('label', tongues, (tongue) => {
      const own = tongue === tongues[0] ? part : tongue.questionnaire.parts[index];
      return own === undefined ? undefined : { text: textOf(own), form: {} };
    });
  const text = words(({ body }) => blocksToText(body));
  const note = Object.values(text).some((value) => value !== '');
  return [
    { cells: { type: 'begin_group', name, ...words(({ title }) => title) }, place },
    ...(note ? [{ cells: { type: 'note', name: `${name}_text`, ...text }, place }] : []),
    ...rows,
    { cells: { type: 'end_group' }, place },
  ];
}

/** The rows of one question: one, or those of a group and what is in it. */
function questionRows(question: Question, writing: Writing): readonly FormRow[] {
  const place = { file: writing.file, line: question.line, column: 1 };
  const cells = questionCells(question, writing);
  if (question.type === 'group') return groupRows(question, cells, writing);
  if (question.type === 'matrix') return matrixRows(question, cells, writing);
  return [{ cells: { ...appearance(question), ...cells, type: rowType(question, writing) }, place }];
}

/** Steps with words read best side by side. */
function appearance({ type, choices }: Question): Record<string, string> {
  return type === 'scale' && choices.length > 0 ? { appearance: 'likert' } : {};
}

const SIMPLE: Partial<Readonly<Record<QuestionType, string>>> = {
  open: 'text',
  date: 'date',
  'one-of': 'select_one',
  'several-of': 'select_multiple',
  'yes-no': 'select_one',
  matrix: 'select_one',
};

function rowType(question: Question, writing: Writing): string {
  const kept = keptType(question);
  const { base, list, orOther } = parseRowType(kept ?? madeType(question));
  const owner = writing.nameOf(question.id);
  const rows = listRows(question, base, writing);
  if (rows.length === 0) return kept ?? madeType(question);
  const name = writing.lists.add(list ?? defaultList(question, owner), owner, rows);
  return `${base} ${name}${orOther ? ' or_other' : ''}`;
}

function defaultList({ type, choices }: Question, owner: string): string {
  return type === 'yes-no' && choices.length === 0 ? 'yes_no' : owner;
}

function madeType({ type, min, max, choices, text }: Question): string {
  if (type === 'scale') return choices.length > 0 ? 'select_one' : 'range';
  if (type === 'number') return [min, max].every((bound) => Number.isInteger(bound ?? 0)) ? 'integer' : 'decimal';
  if (type === 'form') return text === '' ? 'calculate' : 'note';
  return SIMPLE[type] ?? 'text';
}

function listRows(question: Question, base: string, { tongues, file }: Writing): readonly FormRow[] {
  if (!/^(?:select_one|select_multiple|rank)$/u.test(base)) return [];
  if (question.type === 'yes-no' && question.choices.length === 0)
    return yesNoRows(tongues, { file, line: question.line, column: 1 });
  if (question.type === 'scale') return choiceRows(allSteps(question), tongues, file);
  return choiceRows(question, tongues, file);
}

/** Every step of a scale, those without words by their number. */
function allSteps(question: Question): Question {
  const { min = 1, max = min + question.choices.length - 1, choices, line } = question;
  if (max - min > 100) return question;
  const steps = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
  const missing = steps.filter((code) => choices.every((choice) => choice.code !== code));
  const all = [...choices, ...missing.map((code) => ({ code, label: code, line }))];
  return { ...question, choices: all.sort((one, other) => Number(one.code) - Number(other.code)) };
}

function groupRows(question: Question, cells: Record<string, string>, writing: Writing): readonly FormRow[] {
  const place = { file: writing.file, line: question.line, column: 1 };
  const type = keptType(question) ?? (question.repeated ? 'begin_repeat' : 'begin_group');
  const end = parseRowType(type).base.replace('begin_', 'end_');
  return [
    { cells: { ...cells, type }, place },
    ...question.questions.flatMap((inner) => questionRows(inner, writing)),
    { cells: { type: end, ...endCells(question) }, place },
  ];
}

/** What the row that ends a group says in the form it came from. */
function endCells({ form }: Question): Record<string, string> {
  const kept = Object.entries(form).filter(([column]) => column.startsWith('end::'));
  return Object.fromEntries(kept.map(([column, value]) => [column.slice('end::'.length), value]));
}

/** A group in which each row is a question with the same choices. */
function matrixRows(question: Question, cells: Record<string, string>, writing: Writing): readonly FormRow[] {
  const { tongues, file } = writing;
  const { required = '', constraint: _, ...group } = cells;
  const owner = writing.nameOf(question.id);
  const type = rowType(question, writing);
  const rows = question.rows.map((row) => ({
    cells: {
      type,
      name: `${owner}_${xmlName(row.code).replace(/^_(?=\p{N})/u, '')}`,
      ...translatedCells('label', tongues, (tongue) => {
        const own = tongue === tongues[0] ? question : tongue.questions.get(question.id);
        const same = own?.rows.find(({ code }) => code === row.code);
        return same === undefined ? undefined : { text: same.label, form: same.form ?? {} };
      }),
      required,
    },
    place: { file, line: row.line, column: 1 },
  }));
  const place = { file, line: question.line, column: 1 };
  return [
    { cells: { appearance: 'table-list', ...group, type: 'begin_group' }, place },
    ...rows,
    { cells: { type: 'end_group', ...endCells(question) }, place },
  ];
}
