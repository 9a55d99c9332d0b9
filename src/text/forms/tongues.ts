import type { Question, Questionnaire, QuestionnaireSet } from '../../model/questionnaire.ts';
import { onOneLine } from './block-text.ts';
import { languageOfColumn } from './columns.ts';
import { languageColumn } from './languages.ts';
import { translated } from './survey-form.ts';

/** The setting of a questionnaire that says what its language is called in the columns of the form it came from. */
export const COLUMN_LANGUAGE = 'column-language';

/** One language of a questionnaire. */
export interface Tongue {
  /** As columns name it. */
  readonly language: string;
  readonly questionnaire: Questionnaire;
  /** Its questions by id. */
  readonly questions: ReadonlyMap<string, Question>;
}

/** The languages of a questionnaire; the one it was written in first. */
export function tonguesOf({ source, translations }: QuestionnaireSet): readonly Tongue[] {
  return [source, ...translations].map((questionnaire) => ({
    language: columnLanguageOf(questionnaire),
    questionnaire,
    questions: new Map(questionnaire.questions.map((question) => [question.id, question])),
  }));
}

function columnLanguageOf({ language, frontMatter }: Questionnaire): string {
  return frontMatter.form?.settings?.[COLUMN_LANGUAGE] ?? languageColumn(language);
}

/** A text of a question or choice in one language, and the columns kept of the form it came from. */
export interface Wording {
  readonly text: string;
  readonly form: Readonly<Record<string, string>>;
}

/**
 * The cells of a column in all languages.
 *
 * A cell kept from a form goes before the text it became, as long as both say the same: it has the line ends that a
 * heading can't hold.
 *
 * @param column Such as `label`.
 * @param tongues Languages.
 * @param wordingOf What is said in a language; undefined where nothing is.
 */
export function translatedCells(
  column: string,
  tongues: readonly Tongue[],
  wordingOf: (tongue: Tongue) => Wording | undefined,
): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [index, tongue] of tongues.entries()) {
    const { text, form } = wordingOf(tongue) ?? { text: '', form: {} };
    const key = translated(column, tongue.language);
    const keptIn = [key, ...(index === 0 ? [column] : [])].filter((name) => saysSame(form[name], text));
    for (const name of keptIn) cells[name] = form[name] ?? '';
    if (keptIn.length === 0) cells[key] = text;
  }
  return cells;
}

function saysSame(kept: string | undefined, text: string): boolean {
  return kept !== undefined && kept !== '' && onOneLine(kept) === onOneLine(text);
}

/**
 * Columns kept from a form that nothing else says.
 *
 * @param tongues Languages.
 * @param formOf Columns kept in a language.
 * @param isSaid Columns that are written from the questionnaire itself.
 */
export function keptCells(
  tongues: readonly Tongue[],
  formOf: (tongue: Tongue) => Readonly<Record<string, string>> | undefined,
  isSaid: (base: string) => boolean,
): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [index, tongue] of tongues.entries()) {
    for (const [column, value] of Object.entries(formOf(tongue) ?? {})) {
      const { base, language } = languageOfColumn(column);
      // What is not in a language comes from the source language alone.
      if (isSaid(base) || (index > 0 && language !== tongue.language)) continue;
      cells[column] = value;
    }
  }
  return cells;
}
