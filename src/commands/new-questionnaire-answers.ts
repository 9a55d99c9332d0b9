import type { Process } from '../model/process.ts';
import { SETTINGS, type Setting } from '../model/questionnaire.ts';
import { gridDimensions, type QuestionnaireChoices } from '../sources/scaffold/questionnaire-choices.ts';
import type { QuestionnaireTemplate } from '../sources/scaffold/questionnaire-templates.ts';
import { nearest } from '../text/nearest.ts';
import { CannotRun } from './cannot-run.ts';
import type { Choosable } from './new-questionnaire-questions.ts';

type Answers = Readonly<Record<string, string>>;

/**
 * One of the values there are.
 *
 * @param flag The flag that said it, for the message.
 * @throws CannotRun naming them, and the nearest.
 */
export function oneOf(flag: string, value: string, list: readonly string[]): string {
  if (list.includes(value)) return value;
  const near = nearest(value, list);
  throw new CannotRun(
    `"${value}" is not one that ${flag} can be.`,
    list.length === 0
      ? 'penholder.yaml declares none.'
      : `There are ${list.join(', ')}${near === undefined ? '.' : `; did you mean "${near}"?`}`,
  );
}

/** The values of a list with commas; undefined where nothing is said. */
export function listOf(value: string | undefined): readonly string[] | undefined {
  const items = (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length === 0 ? undefined : [...new Set(items)];
}

/**
 * How the questions are put, as the template allows it.
 *
 * @throws CannotRun for a setting or an age band that the template does not have.
 */
export function settingOf(
  answers: Answers,
  template: QuestionnaireTemplate,
): { readonly setting: Setting; readonly ageBand?: string } {
  const { settings, ageBands = [], id } = template;
  const wanted = oneOf('--setting', answers.setting ?? settings[0] ?? 'survey', SETTINGS) as Setting;
  if (!settings.includes(wanted)) {
    throw new CannotRun(
      id === 'children'
        ? 'There is no interview with one child: nobody should be alone with a child, or put one on the spot.'
        : `The questions for ${template.title.toLowerCase()} cannot be put in the setting "${wanted}".`,
      `Choose one of ${settings.join(', ')}.`,
    );
  }
  if (ageBands.length === 0) return { setting: wanted };
  return { setting: wanted, ageBand: oneOf('--age-band', answers.ageBand ?? ageBands[0] ?? '', ageBands) };
}

/**
 * What the grid of the first round is made of.
 *
 * @throws CannotRun for a dimension or a value that the codebook does not have.
 */
export function gridOf(answers: Answers, process: Process): Pick<QuestionnaireChoices, 'by' | 'pillars' | 'levels'> {
  const { codebook = {} } = process;
  const by = answers.by === undefined ? undefined : oneOf('--by', answers.by, Object.keys(codebook));
  const { pillar, level } = gridDimensions(process, by);
  const chosen = (flag: string, dimension: string | undefined, value: string | undefined) => {
    const known = dimension === undefined ? [] : (codebook[dimension]?.values.map(({ id }) => id) ?? []);
    return listOf(value)?.map((one) => oneOf(flag, one, known));
  };
  const pillars = chosen('--pillars', pillar, answers.pillars);
  const levels = chosen('--levels', level, answers.levels);
  return {
    ...(by !== undefined && { by }),
    ...(pillars !== undefined && { pillars }),
    ...(levels !== undefined && { levels }),
  };
}

/** Sections that were chosen, in the order of the draft. */
export function sectionsOf(
  value: string | undefined,
  sections: readonly Choosable[],
): QuestionnaireChoices['sections'] {
  const ids = sections.map(({ id }) => id);
  const chosen = listOf(value)?.map((one) => oneOf('--sections', one, ids));
  return sections
    .filter(({ id }) => chosen?.includes(id) === true)
    .map(({ id, title }) => ({ id, title: title ?? id }));
}

/**
 * Words in each language: `the rights of children; fr: les droits de l'enfant`.
 *
 * @param language Language of what stands without one.
 */
export function wordsByLanguage(value: string | undefined, language: string): Readonly<Record<string, string>> {
  const parts = (value ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  return Object.fromEntries(
    parts.map((part) => {
      const [, code, words] = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*):\s*(.+)$/u.exec(part) ?? [];
      return [code ?? language, words ?? part];
    }),
  );
}

/**
 * Dates and whom to turn to.
 *
 * @throws CannotRun for a date that is none.
 */
export function promisesOf({ deadline, feedbackBy, contact }: Answers): Partial<QuestionnaireChoices> {
  return {
    ...(deadline !== undefined && { deadline: dateOf('--deadline', deadline) }),
    ...(feedbackBy !== undefined && { feedbackBy: dateOf('--feedback-by', feedbackBy) }),
    ...(contact !== undefined && { contact }),
  };
}

function dateOf(flag: string, value: string): string {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u.test(value)) return value;
  throw new CannotRun(`"${value}" is no date that ${flag} can be.`, 'Write year, month and day: 2022-10-28.');
}

/**
 * The stem of the file as it was given, if it fits a questionnaire of this group.
 *
 * @throws CannotRun where it does not begin with the group, by which notes and files find each other.
 */
export function nameOf({ fileName }: Answers, group: string, round: string): { readonly name?: string } {
  if (fileName === undefined) return {};
  const stem = fileName.replace(/\.md$/u, '');
  const name = stem.endsWith(`-${round}`) ? stem.slice(0, -round.length - 1) : stem;
  const fits = name === group || name.startsWith(`${group}-`);
  if (fits && /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(name)) return { name };
  throw new CannotRun(
    `A questionnaire for ${group} cannot be called "${fileName}".`,
    `Begin its name with the group, as in ${group}-workshop; round and language are added.`,
  );
}
