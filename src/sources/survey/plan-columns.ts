import type { SurveyMapping } from '../../model/mapping.ts';
import type { Choice, Question } from '../../model/questionnaire.ts';
import { fold } from './fold.ts';
import { codesOf } from './match-questionnaire.ts';
import type { AnswerKind, PlannedColumn, SurveyPlan, SurveyQuestion, SurveyQuestionnaire } from './survey-types.ts';

type Column = SurveyMapping['columns'][number];

/** How answers are kept, by what their column is. */
const KINDS: Readonly<Partial<Record<Column['as'], AnswerKind>>> = {
  open: 'open',
  choice: 'one',
  choices: 'several',
  number: 'number',
  date: 'date',
};

/** Codes of yes and no, which a questionnaire does not list. */
const YES_NO: readonly Choice[] = [
  { code: 'yes', label: 'Yes', line: 0 },
  { code: 'no', label: 'No', line: 0 },
];

/**
 * Lays out how the rows of a table are read.
 *
 * @param mapping How its columns are read.
 * @param headings Its headings, in order.
 * @param set Its questionnaire in all languages, if the workspace has it.
 */
export function planColumns(
  mapping: SurveyMapping,
  headings: readonly string[],
  set: SurveyQuestionnaire | undefined,
): SurveyPlan {
  const byHeading = new Map(mapping.columns.map((one) => [one.column.trim(), one]));
  const questions = new Map<string, SurveyQuestion>();
  const columns = headings.map((heading): PlannedColumn => {
    const column = byHeading.get(heading.trim());
    if (column === undefined) return { heading, as: 'drop' };
    const question = questionOf(column, set, questions);
    const of = column.of === undefined ? -1 : headings.findIndex((one) => one.trim() === column.of?.trim());
    return {
      heading,
      as: column.as,
      ...(question !== undefined && { question }),
      ...(column.choice !== undefined && { choice: column.choice }),
      ...(column.separator !== undefined && { separator: column.separator }),
      ...(of !== -1 && { of }),
      ...(column.by !== undefined && { by: column.by }),
    };
  });
  const dropped = columns
    .filter(({ as }) => as === 'drop' || as === 'id' || as === 'received')
    .map((one) => one.heading);
  return { columns, questions: [...questions.values()], dropped };
}

/** The question of a column; columns of one question share it. */
function questionOf(
  column: Column,
  set: SurveyQuestionnaire | undefined,
  questions: Map<string, SurveyQuestion>,
): SurveyQuestion | undefined {
  const kind = KINDS[column.as];
  if (kind === undefined) return undefined;
  const key = column.question ?? headingOf(column);
  const there = questions.get(fold(key));
  if (there !== undefined) return there;
  const made = (set === undefined ? undefined : fromQuestionnaire(key, kind, set)) ?? bareQuestion(column, kind);
  questions.set(fold(key), made);
  return made;
}

/** The heading without the answer behind it. */
function headingOf({ column, choice }: Column): string {
  return choice !== undefined && column.endsWith(`/${choice}`) ? column.slice(0, -choice.length - 1) : column;
}

function bareQuestion(column: Column, kind: AnswerKind): SurveyQuestion {
  const text = headingOf(column)
    .replace(/<[^<>]{1,80}>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return { text, kind, labels: new Map(), codes: new Map() };
}

function fromQuestionnaire(id: string, kind: AnswerKind, set: SurveyQuestionnaire): SurveyQuestion | undefined {
  const [name = '', row] = splitRow(id, set);
  const same = set.flatMap(({ questions }) => questions.filter((one) => one.id === name));
  const [first] = same;
  if (first === undefined) return undefined;
  const rowLabel = row === undefined ? undefined : first.rows.find(({ code }) => code === row)?.label;
  const choices = first.type === 'yes-no' && first.choices.length === 0 ? YES_NO : first.choices;
  return {
    id: name,
    text: rowLabel === undefined ? first.text : `${first.text} – ${rowLabel}`,
    kind,
    labels: labelsOf(first, choices),
    codes: codesOf([...choices, ...same.slice(1).flatMap((one) => one.choices)]),
  };
}

/** `q5/rights` is the row of a matrix, unless a question has that very id. */
function splitRow(id: string, set: SurveyQuestionnaire): readonly [string, string?] {
  if (set.some(({ questions }) => questions.some((one) => one.id === id))) return [id];
  const slash = id.indexOf('/');
  return slash === -1 ? [id] : [id.slice(0, slash), id.slice(slash + 1)];
}

function labelsOf({ type, min, max }: Question, choices: readonly Choice[]): ReadonlyMap<string, string> {
  const labels = new Map(choices.map(({ code, label }) => [code, label]));
  if (type !== 'scale' || min === undefined || max === undefined || max - min > 100) return labels;
  const steps = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
  return new Map(steps.map((step) => [step, labels.get(step) ?? step]));
}
