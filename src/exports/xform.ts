import type { Export } from '../model/contracts.ts';
import type { QuestionnaireSet } from '../model/questionnaire.ts';
import { surveyFormOf } from '../text/forms/survey-form-of.ts';
import { xformXml } from './xform/xform-xml.ts';

/** A questionnaire as an ODK XForm, the form that data collection programs run. */
export const xform: Export<QuestionnaireSet> = {
  id: 'xform',
  extension: 'xml',
  mediaType: 'application/xml',
  render: async (set) => new TextEncoder().encode(xformXml(surveyFormOf(set))),
};
