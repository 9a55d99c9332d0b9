import type { Place } from '../../model/finding.ts';

/** A row of a survey form: one question, the begin or end of a group, one choice. */
export interface FormRow {
  /** What its cells say, by the standard name of their column; empty cells are left out. */
  readonly cells: Readonly<Record<string, string>>;
  /** Where it stands in its file; for a spreadsheet the line is the row. */
  readonly place: Place;
}

/** A sheet that is no part of every form. */
export interface OtherSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A survey form as the sheets of an XLSForm say it: the middle between questionnaires, spreadsheets and XForms. */
export interface SurveyForm {
  /** The file findings name. */
  readonly file: string;
  readonly survey: readonly FormRow[];
  readonly choices: readonly FormRow[];
  /** What is said of the form as a whole. */
  readonly settings: Readonly<Record<string, string>>;
  /** Languages as columns name them, such as `English (en)`; the first is the one the form opens in; `''`: none is named. */
  readonly languages: readonly string[];
  readonly others: readonly OtherSheet[];
  /** Where the columns of each sheet stand, from 1; absent for a form that comes from questionnaires. */
  readonly sheets?: Readonly<Record<FormSheet, SheetColumns>>;
}

/** The sheets every XLSForm can have. */
export type FormSheet = 'survey' | 'choices' | 'settings';

/** Columns of a sheet as read. */
export interface SheetColumns {
  /** Name of the sheet as its file writes it. */
  readonly name: string;
  /** Number of a column, from 1, by its standard name. */
  readonly numbers: Readonly<Record<string, number>>;
}

/**
 * The column that holds a text in a language.
 *
 * @param column Such as `label`.
 * @param language As in {@link SurveyForm.languages}.
 */
export function translated(column: string, language: string): string {
  return language === '' ? column : `${column}::${language}`;
}
