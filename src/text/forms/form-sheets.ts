import { orderedColumns } from './columns.ts';
import type { FormRow, FormSheet, OtherSheet, SurveyForm } from './survey-form.ts';

/**
 * The sheets of a survey form: survey, choices, settings, and what else it had.
 *
 * @param form A form.
 */
export function formSheets(form: SurveyForm): readonly OtherSheet[] {
  const place = { file: form.file, line: 1, column: 1 };
  return [
    sheet('survey', form.survey, form),
    sheet('choices', form.choices, form),
    sheet('settings', [{ cells: form.settings, place }], form),
    ...form.others,
  ];
}

/** Columns that are there even where no row fills them. */
const ALWAYS: Readonly<Record<FormSheet, readonly string[]>> = {
  survey: ['type', 'name', 'label'],
  choices: ['list_name', 'name', 'label'],
  settings: ['form_title', 'form_id'],
};

function sheet(name: FormSheet, rows: readonly FormRow[], { languages }: SurveyForm): OtherSheet {
  const used = rows.flatMap(({ cells }) => Object.keys(cells));
  const hasLabel = used.some((column) => column.startsWith('label'));
  const always = ALWAYS[name].filter((column) => name !== 'settings' && (column !== 'label' || !hasLabel));
  const columns = orderedColumns([...always, ...used], name, languages);
  return { name, rows: [columns, ...rows.map(({ cells }) => columns.map((column) => cells[column] ?? ''))] };
}
