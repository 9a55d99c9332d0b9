import type { Export } from '../model/contracts.ts';
import type { QuestionnaireSet } from '../model/questionnaire.ts';
import { LIME_COLUMNS, limeRows } from './limesurvey/rows.ts';

/** A questionnaire as the structure of a survey that LimeSurvey imports: values set apart by tabs. */
export const limesurvey: Export<QuestionnaireSet> = {
  id: 'limesurvey',
  extension: 'txt',
  mediaType: 'text/tab-separated-values',
  render: async (set) => {
    const rows = [LIME_COLUMNS, ...limeRows(set).map((row) => LIME_COLUMNS.map((column) => row[column] ?? ''))];
    // The mark in front tells LimeSurvey and spreadsheet programs that this is UTF-8.
    return new TextEncoder().encode(`\ufeff${rows.map((row) => row.map(cell).join('\t')).join('\n')}\n`);
  },
};

function cell(text: string): string {
  const line = text.replace(/[\t\r\n]+/gu, ' ');
  return line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
}
