import { writeXlsx } from '../files/xlsx-write.ts';
import type { Export } from '../model/contracts.ts';
import type { QuestionnaireSet } from '../model/questionnaire.ts';
import { formSheets } from '../text/forms/form-sheets.ts';
import { surveyFormOf } from '../text/forms/survey-form-of.ts';

/** A questionnaire as an XLSForm, for KoboToolbox, ODK and all who read the same spreadsheets. */
export const xlsform: Export<QuestionnaireSet> = {
  id: 'xlsform',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  render: async (set) => writeXlsx(formSheets(surveyFormOf(set))),
};
