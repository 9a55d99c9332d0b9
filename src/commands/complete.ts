import tab from '@bomb.sh/tab/commander';
import type { CommandInput } from './command-spec.ts';
import { COMMANDS } from './command-table.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { buildProgram } from './program.ts';

/** Arguments that name a stage, by command. */
const STAGE_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  compile: ['stage'],
  changes: ['from', 'to'],
  freeze: ['stage'],
};

/** `penholder complete -- …`: what a shell asks for while somebody types. Stage names come from the workspace. */
export async function run({ args }: CommandInput, context: CommandContext): Promise<number> {
  // The adapter brings a command of this name itself.
  const commands = COMMANDS.filter(({ name }) => name !== 'complete');
  const completion = tab(buildProgram(context.terminal, () => undefined, commands));
  const stages = await stageNames(context);
  for (const [name, places] of Object.entries(STAGE_ARGUMENTS)) {
    for (const place of places) {
      const argument = completion.commands.get(name)?.arguments.get(place);
      if (argument !== undefined)
        argument.handler = (complete) => {
          for (const id of stages) complete(id, '');
        };
    }
  }
  completion.parse([...args]);
  return EXIT.clean;
}

/** Completing must never fail: without a workspace there are just no stages to offer. */
async function stageNames(context: CommandContext): Promise<string[]> {
  try {
    const { loadProcess } = await import('../workspace/load-process.ts');
    const { process } = await loadProcess(await context.world());
    return [...(process?.stages.map(({ id }) => id) ?? []), 'working'];
  } catch {
    return [];
  }
}
