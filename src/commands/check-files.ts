import type { FileReader } from '../checks/locate.ts';
import type { World } from '../io/world.ts';
import { CannotRun } from './cannot-run.ts';
import type { CommandContext } from './context.ts';
import { absolutePath } from './output-folder.ts';

/** Reads files of the workspace as text, for checks that look up the line of a key. */
export function fileReader(world: World): FileReader {
  return {
    read: async (file) => {
      const bytes = await world.read(file);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    list: async (folder) => (await world.list(folder)).map(({ path }) => path),
  };
}

/**
 * Paths that the user named, as paths of the workspace: `''` for its root.
 *
 * @throws CannotRun where one of them is not in the workspace, or is not there.
 */
export async function workspacePaths(
  world: World,
  context: CommandContext,
  named: readonly string[],
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const name of named) {
    const path = relativeTo(world.root, tidy(absolutePath(name, context)));
    if (path === undefined || !(await exists(world, path))) throw notThere(name, path === undefined);
    paths.push(path);
  }
  return paths;
}

/** True where a file is one of some paths, or lies in a folder among them; without paths all do. */
export function within(file: string, paths: readonly string[]): boolean {
  return paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

/** A path as one of the workspace; undefined where it is absolute and leads elsewhere. */
export function pathInside(world: World, path: string): string | undefined {
  return /^(?:\/|[A-Za-z]:[\\/])/u.test(path)
    ? relativeTo(tidy(world.root), tidy(path))
    : tidy(`./${path}`).replace(/^\//u, '');
}

async function exists(world: World, path: string): Promise<boolean> {
  return path === '' || (await world.read(path)) !== undefined || (await world.list(path)).length > 0;
}

function notThere(name: string, outside: boolean): CannotRun {
  return outside
    ? new CannotRun(`"${name}" is not in this workspace.`, 'Name a file or a folder inside it.')
    : new CannotRun(`There is no file or folder "${name}".`, 'Give a path from the folder you are in.');
}

/** Takes `.` and `..` out of an absolute path. */
function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
}

function relativeTo(root: string, path: string): string | undefined {
  const base = tidy(root);
  if (path === base) return '';
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : undefined;
}
