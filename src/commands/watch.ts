import { saveMemory } from '../io/thrift.ts';
import { watchPaths } from '../io/watch.ts';
import type { World } from '../io/world.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';

/**
 * Compiles, and compiles again after each change of the text, until the user interrupts.
 *
 * Changes that come while it compiles are taken together in the next run.
 *
 * @param compile One run; findings are printed by it and do not end the watch.
 */
export async function watchAndCompile(
  world: World,
  context: CommandContext,
  compile: () => Promise<number>,
): Promise<number> {
  saveMemory();
  const { process } = await openProcess(world, context, undefined);
  const text = process?.text ?? 'drafts';
  const paths = [...(typeof text === 'string' ? [text] : text), 'penholder.yaml', 'resources'];
  let running: Promise<unknown> = runOnce(compile, context);
  let waiting = false;
  const stop = watchPaths(world.root, paths, () => {
    if (waiting) return;
    waiting = true;
    running = running.then(() => {
      waiting = false;
      return runOnce(compile, context);
    });
  });
  await running;
  context.say(`Watching ${paths.join(', ')}. Press Ctrl+C to stop.`);
  await new Promise<void>((resolve) => context.terminal.onInterrupt(resolve));
  stop();
  await running;
  return EXIT.interrupted;
}

async function runOnce(compile: () => Promise<number>, context: CommandContext): Promise<void> {
  try {
    await compile();
  } catch (error) {
    context.say(`penholder: ${error instanceof Error ? error.message : String(error)}`);
  }
}
