import type { World } from '../io/world.ts';
import type { Process } from '../model/process.ts';
import { CannotRun } from './cannot-run.ts';
import { pathInside } from './check-files.ts';
import type { CommandContext } from './context.ts';
import { absolutePath } from './output-folder.ts';

/** What the user named. */
export interface NamedFiles {
  /** Paths, or notes as `<round>/<note>`. */
  readonly names: readonly string[];
  readonly context: CommandContext;
}

/**
 * Files of the workspace that the user named by path or as notes.
 *
 * @throws CannotRun where one of them is not there.
 */
export async function namedFiles(
  world: World,
  process: Process,
  { names, context }: NamedFiles,
): Promise<readonly string[]> {
  if (names.length === 0)
    throw new CannotRun(
      'No file and no consultation note is named.',
      'Name a path, or a note such as first/africa-children.',
    );
  const paths: string[] = [];
  for (const name of names) {
    const path = pathInside(world, absolutePath(name, context));
    if (path !== undefined && (await world.read(path)) !== undefined) paths.push(path);
    else paths.push(await noteFile(world, process, name));
  }
  return paths;
}

async function noteFile(world: World, process: Process, name: string): Promise<string> {
  const { loadWorkspace } = await import('../workspace/load-workspace.ts');
  const { notes } = await loadWorkspace(world, { process, needs: new Set(['notes']) });
  const note = notes.find(({ id }) => id === name);
  if (note !== undefined) return note.file;
  throw new CannotRun(
    `There is no file and no consultation note "${name}" in this workspace.`,
    'Notes are named by round and file, as in first/africa-children.',
  );
}
