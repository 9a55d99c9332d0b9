/** Checks on the survey form that a questionnaire becomes. */
import type { Check, CheckContext } from '../model/contracts.ts';
import type { QuestionnaireSet } from '../model/questionnaire.ts';
import type { FormFinding } from '../text/forms/lint/lint-context.ts';
import { lintForm } from '../text/forms/lint-form.ts';
import { surveyFormOf } from '../text/forms/survey-form-of.ts';
import { exampleQuestionnaire, setsOf } from './questionnaires.ts';
import { type SpottedFinding, sayAt } from './say.ts';

/** What is told of all forms of a workspace: each is written once, however many checks ask. */
const known = new WeakMap<CheckContext['workspace'], readonly FormFinding[]>();

/**
 * Makes a check of a rule on survey forms; it also explains what reading a form found.
 *
 * @param check Everything but `run`; its id is the one the findings carry.
 */
export function formCheck(check: Omit<Check, 'run' | 'needs'>): Check {
  return {
    ...check,
    needs: ['notes'],
    run: (context) => [
      ...context.readings.filter((finding) => finding.check === check.id),
      ...formFindings(context).flatMap((finding) => (finding.check === check.id ? [spotted(check, finding)] : [])),
    ],
  };
}

function formFindings(context: CheckContext): readonly FormFinding[] {
  const found = known.get(context.workspace) ?? setsOf(context).flatMap(findingsOf);
  known.set(context.workspace, found);
  return found;
}

function findingsOf(set: QuestionnaireSet): readonly FormFinding[] {
  const twice = linesOfSameIds(set);
  return lintForm(surveyFormOf(set)).filter(
    // Questions with the same id are a finding of the questionnaire itself.
    ({ check, place }) => !(check.endsWith('/duplicate-name') && twice.has(place.line)),
  );
}

function linesOfSameIds({ source }: QuestionnaireSet): ReadonlySet<number> {
  const seen = new Set<string>();
  const again = source.questions.filter(({ id }) => seen.size === seen.add(id).size);
  return new Set(again.map(({ line }) => line));
}

function spotted(check: Omit<Check, 'run' | 'needs'>, finding: FormFinding): SpottedFinding {
  const { words, place, message, hint = '', severity, why } = finding;
  if (words === undefined) return finding;
  const said = { message, hint, severity, ...(why === undefined ? {} : { why }) };
  return sayAt({ ...check }, place.file, { words, from: place.line }, said);
}

/**
 * Two questionnaires that differ in one line, for the examples of a check. `{{q1}}` stands for a reference to q1.
 *
 * @param before What stands before the line.
 * @param lines The failing and the passing line.
 * @param after What stands behind it.
 */
export function formExamples(before: string, lines: readonly [failing: string, passing: string], after = '') {
  const [failing, passing] = lines.map((line) =>
    exampleQuestionnaire(`${before}${line}${after}`.replace(/\{\{(\w+)\}\}/gu, '$${$1}')),
  );
  return { file: 'questionnaires/civil-society-first.en.md', failing: failing ?? '', passing: passing ?? '' };
}
