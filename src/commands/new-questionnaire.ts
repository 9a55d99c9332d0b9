import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process } from '../model/process.ts';
import { SETTINGS, type Setting } from '../model/questionnaire.ts';
import type { QuestionnaireChoices } from '../sources/scaffold/questionnaire-choices.ts';
import { gridDimensions } from '../sources/scaffold/questionnaire-choices.ts';
import {
  isFirstRound,
  QUESTIONNAIRE_TEMPLATES,
  type QuestionnaireTemplate,
  templateById,
  templateFor,
} from '../sources/scaffold/questionnaire-templates.ts';
import { nearest } from '../text/nearest.ts';
import { type Ask, ask } from './ask.ts';
import { CannotRun } from './cannot-run.ts';
import type { CommandContext } from './context.ts';
import { loadPieces } from './new-pieces.ts';

/** A file that a command makes. */
export interface NewFile {
  readonly path: string;
  readonly markdown: string;
}

/** What a new questionnaire comes to. */
export interface NewQuestionnaire {
  readonly files: readonly NewFile[];
  readonly findings: readonly Finding[];
  /** What to say when it is written. */
  readonly next: string;
}

/** What the wizard works with. */
export interface NewQuestionnaireInput {
  readonly world: World;
  readonly process: Process;
  readonly context: CommandContext;
  /** Answers by name of the flag. */
  readonly known: Readonly<Record<string, string | undefined>>;
  /** Takes what is proposed instead of asking. */
  readonly yes: boolean;
  /** Writes the call for inputs too. */
  readonly call: boolean;
}

/**
 * Makes a questionnaire from the templates; asks for what flags leave out.
 *
 * @param input What is known.
 * @throws CannotRun where an answer is none of those there are.
 */
export async function newQuestionnaire(input: NewQuestionnaireInput): Promise<NewQuestionnaire> {
  const { world, process, context } = input;
  const { scaffoldQuestionnaire } = await import('../sources/scaffold/scaffold-questionnaire.ts');
  const [choices, pieces] = await Promise.all([choose(input), loadPieces(world)]);
  const made = scaffoldQuestionnaire({ pieces, process, choices });
  const foreign = made.filter(({ untranslated }) => untranslated.length > 0).map(({ language }) => language);
  if (foreign.length > 0) {
    context.say(
      `The templates are in English, French and Spanish: what stands in English in the questionnaire in ${foreign.join(', ')} must be translated before it is used.`,
    );
  }
  const { scaffoldCall } = await import('../sources/scaffold/scaffold-call.ts');
  const calls = made.flatMap(({ questionnaire }) =>
    input.call && questionnaire !== undefined ? [scaffoldCall({ pieces, process, questionnaire })] : [],
  );
  const id = made[0]?.questionnaire?.id ?? '';
  return { files: [...made, ...calls], findings: made.flatMap(({ findings }) => findings), next: nextSteps(id, choices) };
}

async function choose(input: NewQuestionnaireInput): Promise<QuestionnaireChoices> {
  const { process } = input;
  const first = await ask(whomToAsk(input), named(input), input.context, input.yes);
  const template = templateOf(first, process);
  const group = memberOf(process.groups, template.group ?? '', '--group');
  const round = memberOf(process.rounds, first.round ?? '', '--round');
  const isFirst = isFirstRound(process, { id: round, ...process.rounds?.find(({ id }) => id === round) });
  const sections = isFirst ? [] : await sectionsOf(input);
  const questions = howToAsk(input, { template, isFirst, sections });
  const answers = await ask(questions, first, input.context, input.yes);
  return {
    group,
    template: template.id,
    round,
    first: isFirst,
    ...settingOf(answers, template),
    ...gridOf(answers, process, isFirst),
    sections: chosenSections(answers.sections, sections),
    languages: listOf(answers.language) ?? [process.language],
    subjects: subjectsOf(answers, listOf(answers.language)?.[0] ?? process.language),
    ...optional(answers),
  };
}

function named({ known }: NewQuestionnaireInput): Record<string, string | undefined> {
  const { name, questionnaireName, ...rest } = known;
  return { ...rest, group: known.group ?? name, fileName: questionnaireName };
}

interface Listed {
  readonly id: string;
  readonly title?: string | undefined;
}

function choicesOf(list: readonly Listed[]) {
  return list.map(({ id, title }) => ({ value: id, name: title === undefined ? id : `${title} (${id})` }));
}

function whomToAsk({ process, yes }: NewQuestionnaireInput): readonly Ask[] {
  const [firstRound] = process.rounds ?? [];
  return [
    { name: 'group', message: 'Which stakeholder group is asked?', flag: '--group', choices: choicesOf(process.groups ?? []) },
    {
      name: 'round',
      message: 'In which round?',
      flag: '--round',
      choices: choicesOf(process.rounds ?? []),
      ...(yes && firstRound !== undefined && { fallback: firstRound.id }),
    },
  ];
}

/** The template that was named, else the one that fits the group; `facilitators` are asked about sessions with children. */
function templateOf(
  answers: Readonly<Record<string, string>>,
  process: Process,
): QuestionnaireTemplate & { readonly group?: string } {
  const { group = '', template } = answers;
  const declared = process.groups?.find(({ id }) => id === group);
  if (template !== undefined) {
    memberOf(QUESTIONNAIRE_TEMPLATES, template, '--template');
    return { ...templateById(template), group };
  }
  const found = templateFor(declared ?? { id: group });
  const children = process.groups?.find((one) => templateFor(one).id === 'children');
  const isStandIn = declared === undefined && found.id === 'facilitators' && children !== undefined;
  return { ...found, group: isStandIn ? children.id : group };
}

interface Framework {
  readonly template: QuestionnaireTemplate;
  readonly isFirst: boolean;
  readonly sections: readonly Listed[];
}

function howToAsk({ process }: NewQuestionnaireInput, { template, isFirst, sections }: Framework): readonly Ask[] {
  const { settings, ageBands } = template;
  const languages = [...new Set([process.language, ...(process.languages ?? [])])];
  return [
    { name: 'setting', message: 'How are the questions put?', flag: '--setting', choices: settings.map(plainChoice), fallback: settings[0] ?? 'survey' },
    ...(ageBands === undefined
      ? []
      : [{ name: 'ageBand', message: 'Which age band?', flag: '--age-band', choices: ageBands.map(plainChoice), fallback: ageBands[0] ?? '' }]),
    ...(isFirst && template.id !== 'facilitators' ? gridQuestions(process) : []),
    ...(sections.length === 0
      ? []
      : [{ name: 'sections', message: 'On which sections of the draft?', flag: '--sections', choices: choicesOf(sections), several: true, fallback: sections.map(({ id }) => id).join(',') }]),
    { name: 'language', message: 'In which languages? The first is translated into the others.', flag: '--language', choices: languages.map(plainChoice), several: true, fallback: process.language },
    { name: 'subject', message: 'What is it about, in words that can follow “Where do we leave out …” (as in: the rights of children)?', flag: '--subject', optional: true },
    { name: 'deadline', message: 'Until which day are answers taken (YYYY-MM-DD)?', flag: '--deadline', ...endOf(process), optional: true },
    { name: 'feedbackBy', message: 'By which day do those who answer hear what became of it (YYYY-MM-DD)?', flag: '--feedback-by', optional: true },
    { name: 'contact', message: 'Whom can they turn to (a role or a shared address, never a person)?', flag: '--contact', optional: true },
  ];
}

function plainChoice(value: string) {
  return { value, name: value.replace(/(?<=\p{L})-/gu, ' ') };
}
