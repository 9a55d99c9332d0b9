import { EMPTY_PLAN } from '../model/plan.ts';
import { makeDenyList } from '../text/deny-list.ts';
import { DENY_LIST_FILE } from '../workspace/denied-names.ts';
import { KEY_FILE, keyOrNew } from '../workspace/workspace-key.ts';
import { CannotRun } from './cannot-run.ts';
import { pathInside } from './check-files.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';
import { absolutePath } from './output-folder.ts';

/** `penholder safeguard deny-list FILE`: keyed hashes of the names in a list that stays outside git. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const [named] = input.args;
  if (named === undefined)
    throw new CannotRun(
      'No list of names is given.',
      'Name a file with one name on each line, outside the repository.',
    );
  const path = absolutePath(named, context);
  if (pathInside(world, path) !== undefined) {
    throw new CannotRun(
      'The list of names lies in the workspace, where git could take it in.',
      'Move it out of the repository and call the command again; only keyed hashes of the names come into the workspace.',
    );
  }
  const bytes = await world.readNamed(path);
  if (bytes === undefined) throw new CannotRun(`The list ${named} cannot be read.`, 'Check its name.');
  const { key, writes } = await keyOrNew(world);
  const list = makeDenyList(new TextDecoder().decode(bytes), key);
  if (list.names.length === 0) throw new CannotRun('There is no name in the list.', 'Write one name on each line.');
  const was = await world.read(DENY_LIST_FILE);
  const write = {
    path: DENY_LIST_FILE,
    bytes: new TextEncoder().encode(`${JSON.stringify(list, null, 1)}\n`),
    mode: was === undefined ? ('new' as const) : ('replace' as const),
  };
  if (!flag(input, 'dryRun')) await world.apply({ ...EMPTY_PLAN, writes: [...writes, write] });
  context.print(DENY_LIST_FILE);
  context.say(
    `${list.names.length} names are guarded by keyed hashes. Give ${KEY_FILE} to who works on this too, never through git; in CI set PENHOLDER_KEY.`,
  );
  return EXIT.clean;
}
