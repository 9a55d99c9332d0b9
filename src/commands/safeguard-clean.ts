import { withoutMetadata } from '../files/picture-metadata.ts';
import { EMPTY_PLAN, type PlannedWrite } from '../model/plan.ts';
import { CannotRun } from './cannot-run.ts';
import { workspacePaths } from './check-files.ts';
import { type CommandInput, flag } from './command-spec.ts';
import type { CommandContext } from './context.ts';
import { EXIT } from './exit-codes.ts';

/** `penholder safeguard clean PICTURE…`: takes out what a picture says of where, when and by whom it was taken. */
export async function run(input: CommandInput, context: CommandContext): Promise<number> {
  const world = await context.world();
  const paths = await workspacePaths(world, context, input.args);
  if (paths.length === 0) throw new CannotRun('No picture is named.', 'Name JPEG or PNG files of the workspace.');
  const writes: PlannedWrite[] = [];
  for (const path of paths) {
    const was = await world.read(path);
    const bytes = was === undefined ? undefined : withoutMetadata(was);
    if (was === undefined || bytes === undefined) {
      throw new CannotRun(
        `${path} is no JPEG or PNG that can be read, so nothing was written.`,
        'Save the picture as JPEG or PNG first; video and sound are kept outside git or under seal.',
      );
    }
    if (bytes.length !== was.length) writes.push({ path, bytes, mode: 'replace', was });
  }
  if (!flag(input, 'dryRun')) await world.apply({ ...EMPTY_PLAN, writes });
  for (const { path } of writes) context.print(path);
  context.say(writes.length === 0 ? 'There was no metadata.' : 'The metadata is gone; the pictures are as they were.');
  return EXIT.clean;
}
