import { nodeWorld } from '../io/node-world.ts';
import type { World } from '../io/world.ts';
import { CannotRun } from './cannot-run.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { absolutePath } from './output-folder.ts';

/** What a worked example is made from. */
export interface InitExample {
  readonly input: CommandInput;
  readonly context: CommandContext;
  /** The World of the folder. */
  readonly world: World;
  /** The folder as the user named it, for messages. */
  readonly folder: string;
  /** Name of the example. */
  readonly name: string;
}

/** `penholder init --example`: the worked example, whole or not at all. */
export async function initExample({ input, context, world, folder, name }: InitExample): Promise<number> {
  const { isFree, makeWhole } = await import('../io/whole-folder.ts');
  const target = absolutePath(folder, context).replace(/(?<=.)[\\/]+$/u, '');
  if (flag(input, 'dryRun')) {
    if (!(await isFree(target))) throw notEmpty(folder);
    context.say(`The example ${name} would be replayed into ${folder}; nothing was written.`);
    return EXIT.clean;
  }
  // An unknown name is said before anything is made.
  await requireExample(world, name);
  const made = await makeWhole(target, {
    caller: context.terminal.folder,
    label: name,
    build: (staging) => replay(staging, name, context),
  });
  if (made === 'finished') context.say('An earlier command was interrupted at its last step, which was done now.');
  context.say(nextSteps(folder));
  return EXIT.clean;
}

function nextSteps(folder: string): string {
  const into = folder === '.' ? [] : [`  cd ${folder}`];
  const steps = [...into, '  penholder status', '  penholder compile second --since zero --to pdf'];
  return [`The worked example is in ${folder}, with its history. Next:`, ...steps].join('\n');
}

function notEmpty(folder: string): CannotRun {
  return new CannotRun(
    `${folder} is not empty, and nothing is ever overwritten.`,
    'Name a new folder after the example.',
  );
}

async function requireExample(world: World, name: string): Promise<void> {
  const { exampleNames } = await import('../workspace/replay-example.ts');
  const known = await exampleNames(world);
  if (known.includes(name)) return;
  throw new CannotRun(
    `There is no example called "${name}".`,
    `Examples: ${known.length === 0 ? 'none' : known.join(', ')}.`,
  );
}

async function replay(staging: string, name: string, context: CommandContext): Promise<void> {
  const { replayExample } = await import('../workspace/replay-example.ts');
  const env = context.terminal.environment;
  const world = nodeWorld({ root: staging, callerFolder: context.folder, env });
  try {
    for await (const { plan, title } of examplePlans(replayExample(world, name))) {
      await world.apply(plan);
      context.print(title);
    }
  } finally {
    // Some systems move no folder in which a program still works.
    await world.close();
  }
}

/** An example that does not hold is a fault of the installation; its findings say what is wrong. */
async function* examplePlans<T>(plans: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* plans;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ExampleError') throw error;
    const { findings = [] } = error as Error & {
      findings?: readonly { message: string; place: { file: string; line: number } }[];
    };
    const details = findings.slice(0, 10).map(({ message, place }) => `  ${place.file}:${place.line} ${message}`);
    throw new CannotRun([error.message, ...details].join('\n'));
  }
}
