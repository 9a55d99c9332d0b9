import type { Argument, Option } from '@bomb.sh/tab';
import tab from '@bomb.sh/tab/commander';
import { checkIds } from '../checks/index.ts';
import { INPUT_KINDS, METHODS, RESPONSE_DECISIONS } from '../model/vocabulary.ts';
import type { CommandInput } from './command-spec.ts';
import { COMMANDS } from './command-table.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { buildProgram } from './program.ts';

type Values = readonly string[];

/** What there is to choose from in this workspace; empty lists without one. */
interface Choices {
  readonly stages: Values;
  readonly rounds: Values;
  readonly groups: Values;
  readonly regions: Values;
  readonly levels: Values;
}

const NO_CHOICES: Choices = { stages: [], rounds: [], groups: [], regions: [], levels: [] };

/** What arguments can be, by command and name. */
const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, (choices: Choices) => Values>>>> = {
  compile: { stage: ({ stages }) => stages },
  changes: { from: ({ stages }) => stages, to: ({ stages }) => stages },
  freeze: { stage: ({ stages }) => stages.filter((id) => id !== 'working') },
  new: { kind: () => ['note', 'section'] },
  completion: { shell: () => ['bash', 'zsh', 'fish', 'powershell'] },
};

/** What flags can be, by name. */
const FLAGS: Readonly<Record<string, (choices: Choices) => Values>> = {
  to: () => ['pdf', 'html', 'docx', 'md', 'json'],
  since: ({ stages }) => stages,
  round: ({ rounds }) => rounds,
  group: ({ groups }) => groups,
  region: ({ regions }) => regions,
  level: ({ levels }) => levels,
  kind: () => INPUT_KINDS,
  method: () => METHODS,
  decision: () => RESPONSE_DECISIONS,
  explain: () => checkIds,
  example: () => ['child-rights'],
};

/** `penholder complete -- …`: what a shell asks for while somebody types. Names come from the workspace. */
export async function run({ args }: CommandInput, context: CommandContext): Promise<number> {
  // The adapter brings a command of this name itself.
  const commands = COMMANDS.filter(({ name }) => name !== 'complete');
  const completion = tab(buildProgram(context.terminal, () => undefined, commands));
  const choices = await choicesHere(context);
  for (const [name, command] of completion.commands) {
    for (const [flag, valuesOf] of Object.entries(FLAGS)) offer(command.options.get(flag), valuesOf(choices));
    for (const [place, valuesOf] of Object.entries(ARGUMENTS[name] ?? {})) {
      offer(command.arguments.get(place), valuesOf(choices));
    }
  }
  completion.parse([...args]);
  return EXIT.clean;
}

function offer(place: Argument | Option | undefined, values: Values): void {
  if (place === undefined || values.length === 0) return;
  place.handler = (complete) => {
    for (const value of values) complete(value, '');
  };
}

/** Completing must never fail: without a workspace there is just less to offer. */
async function choicesHere(context: CommandContext): Promise<Choices> {
  try {
    const { loadProcess } = await import('../workspace/load-process.ts');
    const { process } = await loadProcess(await context.world());
    if (process === undefined) return NO_CHOICES;
    const ids = (list: readonly { readonly id: string }[] | undefined) => (list ?? []).map(({ id }) => id);
    return {
      stages: [...ids(process.stages), 'working'],
      rounds: ids(process.rounds),
      groups: ids(process.groups),
      regions: ids(process.regions),
      levels: ids(process.levels),
    };
  } catch {
    return NO_CHOICES;
  }
}
