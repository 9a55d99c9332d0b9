import { choiceName, duplicateChoice, emptyChoiceLabel, unknownChoice } from './lint/choices.ts';
import { badExpression, circular, unknownReference } from './lint/expressions.ts';
import { type FormFinding, type LintRule, lintContext } from './lint/lint-context.ts';
import { asksIdentity, languageWithoutCode, missingTranslation, noFormId, unknownColumn } from './lint/sheets.ts';
import {
  badName,
  duplicateName,
  emptyLabel,
  groupNotClosed,
  noCalculation,
  noList,
  requiredNote,
  selfConstraint,
  unknownType,
} from './lint/structure.ts';
import type { SurveyForm } from './survey-form.ts';

/** All rules on forms, in the order in which they are told of one line. */
const RULES: readonly LintRule[] = [
  unknownColumn,
  noFormId,
  languageWithoutCode,
  unknownType,
  badName,
  duplicateName,
  groupNotClosed,
  noList,
  emptyLabel,
  noCalculation,
  requiredNote,
  selfConstraint,
  unknownReference,
  unknownChoice,
  badExpression,
  circular,
  missingTranslation,
  duplicateChoice,
  choiceName,
  emptyChoiceLabel,
  asksIdentity,
];

/**
 * What is wrong with a form, beyond what survey programs tell: they take most of it without a word.
 *
 * @param form A form, from a spreadsheet or from a questionnaire.
 * @returns In the order of the lines of the form.
 */
export function lintForm(form: SurveyForm): readonly FormFinding[] {
  const context = lintContext(form);
  return RULES.flatMap((rule) => rule(context))
    .map((finding, index) => ({ finding, index }))
    .sort((one, other) => one.finding.place.line - other.finding.place.line || one.index - other.index)
    .map(({ finding }) => finding);
}
