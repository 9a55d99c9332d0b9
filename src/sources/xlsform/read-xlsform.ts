import type { Finding } from '../../model/finding.ts';
import type { Questionnaire } from '../../model/questionnaire.ts';
import { lintForm } from '../../text/forms/lint-form.ts';
import { formQuestionnaires } from './form-questionnaires.ts';
import { noSurvey, oldFormat, unreadable } from './sheet-findings.ts';
import { formOfSheets } from './sheet-form.ts';
import { readSheets } from './sheet-rows.ts';

/** What an XLSForm says: one questionnaire for each of its languages, the default one first. */
export interface XlsFormReading {
  readonly questionnaires: readonly Questionnaire[];
  readonly findings: readonly Finding[];
}

/**
 * Reads an XLSForm as questionnaires. Nothing is lost: what a questionnaire does not know is kept in columns of its
 * questions and settings, so that the form written from them equals the one read.
 *
 * Group and round come from the form's id where it is of the form `<group>-<round>`; whoever keeps the questionnaire
 * may change them.
 *
 * @param bytes An .xlsx file, or a .csv with a column for the name of the sheet.
 * @param name Name of the file.
 */
export async function readXlsForm(bytes: Uint8Array, name: string): Promise<XlsFormReading> {
  const reading = await readSheets(bytes, name);
  if ('problem' in reading) {
    const finding = /\.xls$/iu.test(name) ? oldFormat(name) : unreadable(reading.problem, name);
    return { questionnaires: [], findings: [finding] };
  }
  const { form, findings } = formOfSheets(reading.sheets, name);
  if (form.survey.length === 0) {
    const names = reading.sheets.map((sheet) => sheet.name);
    return { questionnaires: [], findings: [...findings, noSurvey(names, name)] };
  }
  return { questionnaires: formQuestionnaires(form), findings: [...findings, ...lintForm(form)] };
}
