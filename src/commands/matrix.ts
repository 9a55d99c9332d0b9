import { keepHeapSmall } from '../io/thrift.ts';
import { CannotRun } from './cannot-run.ts';
import type { CommandInput } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { openProcess } from './open-process.ts';

/** `penholder matrix export|import`: the comments matrix as a spreadsheet, and back. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const [action = '', ...files] = input.args;
  keepHeapSmall();
  const world = await context.world();
  const { process } = await openProcess(world, context, undefined);
  if (process === undefined) return EXIT.findings;
  const call = { input, context, world, process };
  if (action === 'export' && files.length === 0) {
    return (await import('./matrix-export.ts')).exportMatrix(call);
  }
  if (action === 'import' && files.length > 0) {
    return (await import('./matrix-import.ts')).importMatrix(call, files);
  }
  throw new CannotRun(
    action === 'import'
      ? 'Nothing was imported, because no file was named.'
      : `"${[action, ...files].join(' ')}" is nothing that can be done with the comments matrix.`,
    'Run "penholder matrix export --to xlsx", or "penholder matrix import matrix.xlsx".',
  );
}
