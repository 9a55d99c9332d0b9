import type { Process, Round } from '../model/process.ts';
import { gridDimensions } from '../sources/scaffold/questionnaire-choices.ts';
import type { QuestionnaireTemplate } from '../sources/scaffold/questionnaire-templates.ts';
import type { Ask } from './ask.ts';

/** Something that can be chosen by its id. */
export interface Choosable {
  readonly id: string;
  readonly title?: string | undefined;
}

/** What is known when the wizard asks how the questions are put. */
export interface QuestionnaireFramework {
  readonly process: Process;
  readonly template: QuestionnaireTemplate;
  readonly round: Round | undefined;
  /** Whether the round asks what to write, and not what to make of a draft. */
  readonly isFirst: boolean;
  /** Sections of the draft that can be commented on. */
  readonly sections: readonly Choosable[];
  /** The dimension of the codebook that was asked for. */
  readonly by: string | undefined;
}

/**
 * The first questions of the wizard: who is asked, and in which round.
 *
 * @param process Its groups and rounds.
 * @param yes Proposes the first round, for whoever takes what is proposed.
 */
export function whomToAsk({ groups = [], rounds = [] }: Process, yes: boolean): readonly Ask[] {
  const proposed = yes ? rounds[0]?.id : undefined;
  return [
    { name: 'group', message: 'Which stakeholder group is asked?', flag: '--group', choices: choicesOf(groups) },
    {
      name: 'round',
      message: 'In which round?',
      flag: '--round',
      choices: choicesOf(rounds),
      ...(proposed !== undefined && { fallback: proposed }),
    },
  ];
}

/**
 * The further questions of the wizard: how the questions are put, about what, in which languages, and until when.
 *
 * @param framework What the first answers came to.
 */
export function howToAsk(framework: QuestionnaireFramework): readonly Ask[] {
  return [
    ...settingQuestions(framework),
    ...contentQuestions(framework),
    ...languageQuestions(framework.process),
    ...promiseQuestions(framework.round),
  ];
}

function settingQuestions({ template: { settings, ageBands = [] } }: QuestionnaireFramework): readonly Ask[] {
  const [setting = 'survey'] = settings;
  const [band] = ageBands;
  const choices = settings.map(plainChoice);
  const how: Ask = {
    name: 'setting',
    message: 'How are the questions put?',
    flag: '--setting',
    choices,
    fallback: setting,
  };
  if (band === undefined) return [how];
  const bands = ageBands.map((id) => ({ value: id, name: id }));
  return [how, { name: 'ageBand', message: 'For which ages?', flag: '--age-band', choices: bands, fallback: band }];
}

function contentQuestions(framework: QuestionnaireFramework): readonly Ask[] {
  const { process, template, isFirst, sections, by } = framework;
  if (!isFirst) return several('sections', 'On which sections of the draft?', sections);
  if (template.id === 'facilitators') return [];
  const { pillar, level } = gridDimensions(process, by);
  return [
    ...several('pillars', `About which of these: ${titleOf(process, pillar)}?`, valuesOf(process, pillar)),
    ...several('levels', `And which of these: ${titleOf(process, level)}?`, valuesOf(process, level)),
  ];
}

function valuesOf({ codebook = {} }: Process, dimension: string | undefined): readonly Choosable[] {
  return dimension === undefined ? [] : (codebook[dimension]?.values ?? []);
}

function titleOf({ codebook = {} }: Process, dimension: string | undefined): string {
  return dimension === undefined ? '' : (codebook[dimension]?.title ?? dimension).toLowerCase();
}

/** A list of which all is proposed; nothing is asked where there is nothing to choose from. */
function several(name: string, message: string, list: readonly Choosable[]): readonly Ask[] {
  if (list.length === 0) return [];
  const fallback = list.map(({ id }) => id).join(',');
  return [{ name, message, flag: `--${name}`, choices: choicesOf(list), several: true, fallback }];
}

function languageQuestions({ language, languages = [] }: Process): readonly Ask[] {
  const choices = [...new Set([language, ...languages])].map((id) => ({ value: id, name: id }));
  return [
    {
      name: 'language',
      message: 'In which languages?',
      flag: '--language',
      ...(choices.length > 1 && { choices, several: true }),
      fallback: language,
    },
    {
      name: 'subject',
      message:
        'What is it about? It follows "Where do you leave out …". For several languages: rights of children; fr: les droits des enfants.',
      flag: '--subject',
      optional: true,
    },
  ];
}

function promiseQuestions(round: Round | undefined): readonly Ask[] {
  const end = endOf(round);
  return [
    {
      name: 'deadline',
      message: 'Until which day are answers taken (YYYY-MM-DD)?',
      flag: '--deadline',
      optional: true,
      ...(end !== undefined && { fallback: end }),
    },
    {
      name: 'feedbackBy',
      message: 'By which day do those who answer hear what became of it (YYYY-MM-DD)?',
      flag: '--feedback-by',
      optional: true,
    },
    {
      name: 'contact',
      message: 'Whom can they turn to? Give a role or a shared address, never a person.',
      flag: '--contact',
      optional: true,
    },
  ];
}

function endOf(round: Round | undefined): string | undefined {
  const when = round?.actual ?? round?.planned;
  return typeof when === 'string' ? when : when?.to;
}

function choicesOf(list: readonly Choosable[]) {
  return list.map(({ id, title }) => ({ value: id, name: title === undefined ? id : `${title} (${id})` }));
}

function plainChoice(value: string) {
  return { value, name: value.replaceAll('-', ' ') };
}
