/** Which files a clearance is bound to, and what they held. */
import { objectId } from '../io/git-objects.ts';
import { sha256Hex } from '../io/hash.ts';
import type { World } from '../io/world.ts';
import { byCodePoint } from '../model/order.ts';
import { clearedPaths, type TextPlace } from './cleared-paths.ts';
import { FOLDERS } from './layout.ts';
import { textFolders } from './select-text.ts';
import { committedFiles, workingFiles } from './stage-files.ts';

/** Paths with the ids that git gives to their contents. */
export type FileIds = ReadonlyMap<string, string>;

/**
 * The files that are cleared, as a commit has them.
 *
 * @param prefix Folder of the workspace in its repository.
 */
export async function committedFileIds(
  world: World,
  { commit, prefix, process }: { readonly commit: string; readonly prefix: string; readonly process: TextPlace },
): Promise<FileIds> {
  const files = await committedFiles(world, commit, prefix);
  return inOrder(await files.identify(clearedPaths(process, files.paths)));
}

/** The files that are cleared, as they stand in the folder; git's own ids where nothing was changed since its last commit. */
export async function workingFileIds(world: World, process: TextPlace): Promise<FileIds> {
  const { head, prefix } = await world.git.state();
  if (head === undefined) {
    const files = await workingFiles(world, [...textFolders(process.text), FOLDERS.resources]);
    return inOrder(await files.identify(clearedPaths(process, files.paths)));
  }
  const committed = await committedFiles(world, head, prefix);
  const changed = new Map<string, string | undefined>();
  for (const path of await world.git.changed()) {
    const bytes = await world.read(path);
    changed.set(path, bytes === undefined ? undefined : objectId('blob', bytes, head.length));
  }
  const gone = (path: string) => changed.has(path) && changed.get(path) === undefined;
  const paths = [...new Set([...committed.paths, ...changed.keys()])].filter((path) => !gone(path));
  const wanted = clearedPaths(process, paths);
  const ids = new Map(await committed.identify(wanted));
  for (const path of wanted) {
    const id = changed.get(path);
    if (id !== undefined) ids.set(path, id);
  }
  return inOrder(ids);
}

/**
 * Digest of a list of files: the SHA-256 of lines `<id>  <path>` in code-point order of the paths, as `git ls-tree` and
 * `sha256sum` can make it without this program.
 */
export function digestOfFiles(files: Iterable<readonly [path: string, id: string]>): string {
  const sorted = [...files].sort(([a], [b]) => byCodePoint(a, b));
  return sha256Hex(sorted.map(([path, id]) => `${id}  ${path}\n`).join(''));
}

function inOrder(files: ReadonlyMap<string, string>): FileIds {
  return new Map([...files].sort(([a], [b]) => byCodePoint(a, b)));
}
