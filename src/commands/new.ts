import type { World } from '../io/world.ts';
import type { Finding } from '../model/finding.ts';
import { EMPTY_PLAN } from '../model/plan.ts';
import type { Process } from '../model/process.ts';
import { METHODS } from '../model/vocabulary.ts';
import type { Scaffolded } from '../sources/scaffold/scaffold-note.ts';
import { type Ask, ask, readAnswers } from './ask.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';
import { printFindings } from './print-findings.ts';

interface Made {
  readonly files: readonly { readonly path: string; readonly markdown: string }[];
  readonly findings: readonly Finding[];
  /** What to say when it is written. */
  readonly next?: string;
}

/** `penholder new note|section|questionnaire|call|decision`: files from their templates; asks for what flags leave out. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [kind = ''] = input.args;
  const make = MAKERS[kind];
  if (make === undefined) {
    throw new CannotRun(`There is no template for "${kind}".`, `Make one of ${Object.keys(MAKERS).join(', ')}.`);
  }
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const [yes, call] = [flag(input, 'yes'), flag(input, 'call')];
  const made = await make({ world, process, context, known: await knownAnswers(input, context), yes, call });
  await refuseOverwriting(world, made, kind);
  if (flag(input, 'dryRun')) return show(made, context);
  const writes = made.files.map(({ path, markdown }) => {
    return { path, bytes: new TextEncoder().encode(markdown), mode: 'new' as const };
  });
  await world.apply({ ...EMPTY_PLAN, writes });
  for (const { path } of made.files) context.print(path);
  await printFindings(made.findings, world, context, { to: 'error', format: 'concise', quiet: true });
  context.say(made.next ?? `Fill it in, then run "penholder check ${made.files[0]?.path ?? ''}".`);
  return EXIT.clean;
}

async function refuseOverwriting(world: World, { files }: Made, kind: string): Promise<void> {
  for (const { path } of files) {
    if ((await world.read(path)) === undefined) continue;
    throw new CannotRun(`${path} exists already and is not overwritten.`, ANOTHER_NAME[kind] ?? 'Give another name.');
  }
}

const ANOTHER_NAME: Readonly<Record<string, string>> = {
  note: 'Give another name after the kind.',
  section: 'Give another name after the kind.',
  questionnaire: 'Give another name with --file-name, as in --file-name civil-society-workshop.',
  decision: 'Give it another title.',
  call: 'Change it where it is, or delete it first.',
};

function show({ files }: Made, context: CommandContext): number {
  for (const { markdown } of files) context.print(markdown);
  const paths = files.map(({ path }) => path);
  context.say(`${paths.join(' and ')} would be written; nothing was.`);
  return EXIT.clean;
}

interface Making {
  readonly world: World;
  readonly process: Process;
  readonly context: CommandContext;
  readonly known: Readonly<Record<string, string | undefined>>;
  /** Takes what is proposed instead of asking. */
  readonly yes: boolean;
  /** Writes the call for inputs too. */
  readonly call: boolean;
}

const MAKERS: Readonly<Record<string, (making: Making) => Promise<Made>>> = {
  note: makeNote,
  section: makeSection,
  questionnaire: async (making) =>
    making.known.from === undefined
      ? (await import('./new-questionnaire.ts')).newQuestionnaire(making)
      : (await import('./new-questionnaire-from-form.ts')).questionnaireFromForm(making),
  call: async (making) => (await import('./new-call.ts')).newCall(making),
  decision: async (making) => (await import('./new-decision.ts')).newDecision(making),
};

async function knownAnswers(input: CommandInput, context: CommandContext): Promise<Record<string, string | undefined>> {
  const answers = await readAnswers(text(input, 'answers'), context);
  const flags = Object.entries(input.options).filter(
    ([name, value]) => typeof value === 'string' && name !== 'answers',
  );
  return { ...answers, ...Object.fromEntries(flags), ...(input.args[1] !== undefined && { name: input.args[1] }) };
}

function choicesOf(list: readonly { readonly id: string; readonly title?: string | undefined }[] | undefined) {
  return (list ?? []).map(({ id, title }) => ({ value: id, name: title === undefined ? id : `${title} (${id})` }));
}

function noteQuestions(process: Process, today: string): readonly Ask[] {
  const methods = METHODS.map((value) => ({ value, name: value.replaceAll('-', ' ') }));
  return [
    { name: 'round', message: 'Which round?', flag: '--round', choices: choicesOf(process.rounds) },
    { name: 'group', message: 'Which stakeholder group?', flag: '--group', choices: choicesOf(process.groups) },
    { name: 'method', message: 'How was it held?', flag: '--method', choices: methods },
    { name: 'date', message: 'On which day?', flag: '--date', fallback: today },
    { name: 'from', message: 'Who speaks?', flag: '--from', optional: true },
    { name: 'region', message: 'Which region?', flag: '--region', choices: choicesOf(process.regions), optional: true },
    { name: 'level', message: 'At which level?', flag: '--level', choices: choicesOf(process.levels), optional: true },
  ];
}

async function makeNote({ world, process, context, known, yes }: Making): Promise<Made> {
  const { noteTemplate, scaffoldNote } = await import('../sources/scaffold/scaffold-note.ts');
  const questionnaire = await findQuestionnaire(world, process, known.questionnaire);
  const said = {
    ...known,
    ...(questionnaire !== undefined && {
      round: known.round ?? questionnaire.frontMatter.round,
      group: known.group ?? questionnaire.frontMatter.group,
    }),
  };
  // Where the process declares no regions or levels, there is nothing to choose from.
  const questions = noteQuestions(process, world.today()).filter(
    (one) => one.choices?.length !== 0 || one.optional !== true,
  );
  const flags = await ask(questions, said, context, yes);
  const template = await shipped(world, noteTemplate(process, flags));
  if (questionnaire === undefined) return one(scaffoldNote({ template, process, flags }));
  const { withQuestions } = await import('./note-file.ts');
  const made = scaffoldNote({ template, process, flags, questionnaire });
  return one({ ...made, markdown: await withQuestions(made.markdown, questionnaire, process) });
}

async function findQuestionnaire(world: World, process: Process, id: string | undefined) {
  if (id === undefined) return undefined;
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { questionnaires } = await loadWorkspace(world, { process, needs: new Set(['questionnaires']) });
  const found = questionnaires.filter((one) => one.id === id);
  const own = found.find(({ language }) => language === process.language) ?? found[0];
  if (own !== undefined) return own;
  const ids = [...new Set(questionnaires.map((one) => one.id))];
  throw new CannotRun(
    `There is no questionnaire "${id}".`,
    ids.length === 0
      ? 'Questionnaires stand in questionnaires/<group>-<round>.<lang>.md.'
      : `There are ${ids.join(', ')}.`,
  );
}

async function makeSection({ world, process, context, known, yes }: Making): Promise<Made> {
  const { SECTION_TEMPLATE, scaffoldSection } = await import('../sources/scaffold/scaffold-section.ts');
  const { readStage } = await import('../workspace/read-stage.ts');
  const questions: readonly Ask[] = [
    {
      name: 'title',
      message: 'Title of the section?',
      flag: '--title',
      ...(known.name !== undefined && { fallback: '' }),
      optional: known.name !== undefined,
    },
  ];
  const flags = await ask(questions, known, context, yes);
  const { text: working } = await readStage(world, process, 'working');
  const template = await shipped(world, SECTION_TEMPLATE);
  const sections = (working?.sections ?? []).map(({ file }) => file);
  return one(scaffoldSection({ template, process, flags, sections }));
}

function one({ path, markdown, findings }: Scaffolded): Made {
  return { files: [{ path, markdown }], findings };
}

async function shipped(world: World, path: string): Promise<string> {
  const bytes = await world.asset(path);
  if (bytes === undefined)
    throw new CannotRun(`The template ${path} is missing from the installed package.`, 'Install penholder again.');
  return new TextDecoder().decode(bytes);
}
