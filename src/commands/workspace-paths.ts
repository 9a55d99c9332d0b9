import type { World } from '../io/world.ts';
import { CannotRun } from './cannot-run.ts';
import type { CommandContext } from './context.ts';
import { absolutePath } from './output-folder.ts';

/**
 * Paths the user named, relative to the folder of the call, as paths of the workspace.
 *
 * @throws CannotRun where one of them lies outside.
 */
export function workspacePaths(named: readonly string[], world: World, context: CommandContext): string[] {
  const root = tidy(world.root);
  return named.map((path) => {
    const full = tidy(absolutePath(path, context));
    if (full === root) return '';
    if (full.startsWith(`${root}/`)) return full.slice(root.length + 1);
    throw new CannotRun(`${path} is outside the workspace.`, 'Name a file or a folder inside it.');
  });
}

/** True where a file is one of the paths or lies in one of them; no paths mean all files. */
export function isAmong(file: string, paths: readonly string[]): boolean {
  return paths.length === 0 || paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

/** Without `.`, `..`, doubled and trailing slashes. */
function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
