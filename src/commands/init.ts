import type { World } from '../io/world.ts';
import type { InitPlan } from '../workspace/plan-init.ts';
import { type Ask, ask, readAnswers } from './ask.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag, text, texts } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { absolutePath } from './output-folder.ts';
import { printFindings } from './print-findings.ts';

interface Init {
  readonly input: CommandInput;
  readonly context: CommandContext;
  readonly world: World;
  /** The folder as the user named it, for messages. */
  readonly folder: string;
}

/** `penholder init`: a new workspace, an adopted repository, or a worked example. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const example = text(input, 'example');
  const folder = input.args[0] ?? (example === undefined ? '.' : example);
  const init = { input, context, folder, world: context.worldAt(absolutePath(folder, context)) };
  if (example !== undefined) {
    const { initExample } = await import('./init-example.ts');
    return initExample({ ...init, name: example });
  }
  const plan =
    texts(input, 'text').length > 0 || texts(input, 'stage').length > 0 ? await adopt(init) : await begin(init);
  return finish(init, plan);
}

const QUESTIONS: readonly Ask[] = [
  { name: 'title', message: 'What is the text called?', flag: '--title' },
  {
    name: 'language',
    message: 'In which language is it written (en, fr, es, ar …)?',
    flag: '--language',
    fallback: 'en',
  },
  {
    name: 'coreGroup',
    message: 'Who is in the core group (short names, with commas)?',
    flag: '--core-group',
    optional: true,
  },
];

async function begin({ input, context, world, folder }: Init): Promise<InitPlan> {
  const { planInit } = await import('../workspace/plan-init.ts');
  const yes = flag(input, 'yes');
  const questions = yes
    ? QUESTIONS.map((one) => ({ ...one, fallback: one.fallback ?? fallbackFor(one.name, folder, context) }))
    : QUESTIONS;
  const answers = await ask(questions, await known(input, context), context, yes);
  return planInit(world, {
    title: answers.title ?? '',
    language: answers.language ?? 'en',
    coreGroup: listOf(answers.coreGroup),
    git: input.options.git !== false,
    commit: flag(input, 'commit'),
    ...(answers.name !== undefined && { name: answers.name }),
  });
}

/** With `--yes` the folder's name is the best guess of a title. */
function fallbackFor(name: string, folder: string, context: CommandContext): string {
  if (name !== 'title') return '';
  const last =
    absolutePath(folder, context)
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .at(-1) ?? 'text';
  const words = last.replace(/[-_]+/gu, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function known(input: CommandInput, context: CommandContext): Promise<Record<string, string | undefined>> {
  const members = texts(input, 'coreGroup');
  const flags = { title: text(input, 'title'), name: text(input, 'name'), language: text(input, 'language') };
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  return {
    ...(await readAnswers(text(input, 'answers'), context)),
    ...given,
    ...(members.length > 0 && { coreGroup: members.join(',') }),
  };
}

function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

async function adopt({ input, context, world }: Init): Promise<InitPlan> {
  const { planAdopt } = await import('../workspace/plan-adopt.ts');
  const answers = await known(input, context);
  const paths = texts(input, 'text');
  return planAdopt(world, {
    text: paths.length > 0 ? paths : ['drafts'],
    stages: texts(input, 'stage').map(stageOf),
    language: answers.language ?? 'en',
    coreGroup: listOf(answers.coreGroup),
    commit: flag(input, 'commit'),
    ...(answers.title !== undefined && { title: answers.title }),
    ...(answers.name !== undefined && { name: answers.name }),
  });
}

function stageOf(value: string): { id: string; tag: string } {
  const cut = value.indexOf('=');
  if (cut > 0 && cut < value.length - 1) return { id: value.slice(0, cut), tag: value.slice(cut + 1) };
  throw new CannotRun(
    `"${value}" does not say which tag holds the stage.`,
    'Write --stage zero=v0.1, with the stage before and the tag after "=".',
  );
}

async function finish({ input, context, world, folder }: Init, plan: InitPlan): Promise<number> {
  const code = await printFindings(plan.findings, world, context, { to: 'error', quiet: true });
  if (plan.plan === undefined || code !== EXIT.clean) return code === EXIT.clean ? EXIT.findings : code;
  for (const path of plan.made) context.print(path);
  for (const path of plan.kept) context.say(`${path} was there already and stays as it is.`);
  if (flag(input, 'dryRun')) {
    context.say('Nothing was written.');
    return code;
  }
  await world.apply(plan.plan);
  context.say(nextSteps(folder));
  return code;
}

function nextSteps(folder: string): string {
  const into = folder === '.' ? [] : [`  cd ${folder}`];
  return [
    'The workspace is ready. Next:',
    ...into,
    '  penholder status                        where the process stands',
    '  penholder new section --title "Scope"   a section of the text',
    '  penholder compile working --to pdf      the text as it stands, in build/',
  ].join('\n');
}
