import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import type { Process, Round } from '../model/process.ts';
import type { QuestionnaireChoices } from '../sources/scaffold/questionnaire-choices.ts';
import {
  isFirstRound,
  QUESTIONNAIRE_TEMPLATES,
  type QuestionnaireTemplate,
  templateById,
  templateFor,
} from '../sources/scaffold/questionnaire-templates.ts';
import { ask } from './ask.ts';
import type { CommandContext } from './context.ts';
import { loadPieces } from './new-pieces.ts';
import {
  gridOf,
  listOf,
  nameOf,
  oneOf,
  promisesOf,
  sectionsOf,
  settingOf,
  wordsByLanguage,
} from './new-questionnaire-answers.ts';
import { type Choosable, howToAsk, whomToAsk } from './new-questionnaire-questions.ts';

/** What a new questionnaire or a call for inputs comes to. */
export interface NewFiles {
  readonly files: readonly { readonly path: string; readonly markdown: string }[];
  readonly findings: readonly Finding[];
  /** What to say when they are written. */
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
export async function newQuestionnaire(input: NewQuestionnaireInput): Promise<NewFiles> {
  const { world, process, context } = input;
  const { scaffoldQuestionnaire } = await import('../sources/scaffold/scaffold-questionnaire.ts');
  const choices = await choose(input);
  const pieces = await loadPieces(world);
  const made = scaffoldQuestionnaire({ pieces, process, choices });
  sayUntranslated(
    made.filter(({ untranslated }) => untranslated.length > 0).map(({ language }) => language),
    context,
  );
  const { scaffoldCall } = await import('../sources/scaffold/scaffold-call.ts');
  const calls = made.flatMap(({ questionnaire }) =>
    input.call && questionnaire !== undefined
      ? [scaffoldCall({ pieces, process, questionnaire, languages: choices.languages })]
      : [],
  );
  return {
    files: [...made, ...calls],
    findings: made.flatMap(({ findings }) => findings),
    next: nextSteps(made[0]?.questionnaire?.id ?? '', { process, choices }),
  };
}

/** Says which languages the templates lack. */
export function sayUntranslated(languages: readonly string[], context: CommandContext): void {
  if (languages.length === 0) return;
  context.say(
    `The templates are in English, French and Spanish. What stands in English in ${languages.join(', ')} must be translated before it is used.`,
  );
}

async function choose(input: NewQuestionnaireInput): Promise<QuestionnaireChoices> {
  const { process, context, yes } = input;
  const known = { ...input.known, group: input.known.group ?? input.known.name, name: undefined };
  const whom = await ask(whomToAsk(process, yes), known, context, yes);
  const { template, group } = templateOf(whom, process);
  const round = roundOf(whom.round ?? '', process);
  const isFirst = isFirstRound(process, round);
  const sections = isFirst || template.id === 'facilitators' ? [] : await sectionsOfDraft(input, round);
  const framework = { process, template, round, isFirst, sections, by: whom.by };
  const answers = await ask(howToAsk(framework), whom, context, yes);
  const languages = listOf(answers.language) ?? [process.language];
  return {
    group,
    template: template.id,
    round: round.id,
    first: isFirst,
    ...settingOf(answers, template),
    ...(isFirst && gridOf(answers, process)),
    sections: sectionsOf(answers.sections, sections),
    languages,
    subjects: wordsByLanguage(answers.subject, languages[0] ?? process.language),
    titles: wordsByLanguage(answers.title, languages[0] ?? process.language),
    ...promisesOf(answers),
    ...nameOf(answers, group, round.id),
  };
}

/** The template that was named, else the one that fits the group; facilitators are asked about sessions with children. */
function templateOf(
  { group: wanted = '', template: named }: Readonly<Record<string, string>>,
  { groups = [] }: Process,
): { readonly template: QuestionnaireTemplate; readonly group: string } {
  const declared = groups.find(({ id }) => id === wanted);
  const children = groups.find((one) => templateFor(one).id === 'children');
  const fitting = templateFor(declared ?? { id: wanted });
  const standsIn = declared === undefined && fitting.id === 'facilitators' ? children : undefined;
  const ids = groups.map(({ id }) => id);
  const group = standsIn?.id ?? (ids.length === 0 ? wanted : oneOf('--group', wanted, ids));
  const known = QUESTIONNAIRE_TEMPLATES.map(({ id }) => id);
  return { group, template: named === undefined ? fitting : templateById(oneOf('--template', named, known)) };
}

function roundOf(wanted: string, { rounds = [] }: Process): Round {
  const ids = rounds.map(({ id }) => id);
  const id = ids.length === 0 ? wanted : oneOf('--round', wanted, ids);
  return rounds.find((round) => round.id === id) ?? { id };
}

/** Sections of the stage that the round consults on, else of the text as it stands. */
async function sectionsOfDraft({ world, process }: NewQuestionnaireInput, round: Round): Promise<readonly Choosable[]> {
  const { readStage } = await import('../workspace/read-stage.ts');
  const frozen = round.on === undefined ? undefined : (await readStage(world, process, round.on)).text;
  const text = frozen ?? (await readStage(world, process, 'working')).text;
  return (text?.sections ?? []).flatMap(({ frontMatter: { id, title, part = 'body' } }) =>
    id !== undefined && part === 'body' ? [{ id, title: title ?? id }] : [],
  );
}

function nextSteps(
  id: string,
  { process, choices }: { readonly process: Process; readonly choices: QuestionnaireChoices },
): string {
  const declared = process.groups?.find((group) => group.id === choices.group)?.safeguarding ?? 'not-required';
  const guarded = choices.template === 'children' || declared !== 'not-required';
  const written = choices.setting === 'survey' || choices.setting === 'written-submission';
  const reviewers = guarded ? "children's advisers, the safeguarding focal point" : 'people of the group it asks';
  const translations =
    choices.languages.length > 1 ? ['Let somebody who speaks the language read each translation.'] : [];
  const use = written
    ? `  penholder guide ${id} --as questionnaire --to pdf,html   the form to fill in\n  penholder guide ${id} --as questionnaire --to xlsform     the form for KoboToolbox and ODK`
    : `  penholder guide ${id} --to pdf,html        the guide for facilitators\n  penholder guide ${id} --as note --to md    the note they fill in`;
  return [
    `Read it, change it, and let ${reviewers} review it; write them under "reviewed-by", and the core group's "clearance" before it is used.`,
    ...translations,
    'Next:',
    '  penholder check questionnaires',
    use,
  ].join('\n');
}
