import { watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds of quiet after which a burst of changes counts as one: editors write a file in several steps. */
const QUIET = 40;

/**
 * Calls back after files under some folders of a workspace changed.
 *
 * @param root Absolute path of the workspace.
 * @param paths Folders and files, workspace-relative; missing ones are left out.
 * @param changed Called once per burst, with the paths that changed.
 * @returns Stops watching.
 */
export function watchPaths(
  root: string,
  paths: readonly string[],
  changed: (paths: readonly string[]) => void,
): () => void {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const note = (base: string) => (_event: string, name: string | null) => {
    pending.add(name === null ? base : `${base}/${name}`);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const list = [...pending];
      pending.clear();
      changed(list);
    }, QUIET);
  };
  const watchers = paths.flatMap((path) => {
    try {
      return [watch(join(root, path), { recursive: true }, note(path))];
    } catch {
      return [];
    }
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
