/** Where a text was at an earlier stage, when files have moved since. */

import { byCodePoint } from '../model/order.ts';
import { baseName, folderOf, isMarkdown } from './layout.ts';

/** A file and the id of its content. */
export interface KnownFile {
  readonly path: string;
  readonly id: string;
}

/**
 * Finds the files of a text among those of another commit: under the same path, with the same content, or else with the
 * same name. Each file is found once.
 *
 * @param text The files as they are known, in reading order.
 * @param there All files of the other commit.
 * @returns What was found, in reading order.
 */
export function locateFiles(text: readonly KnownFile[], there: readonly KnownFile[]): readonly KnownFile[] {
  const candidates = there.filter(({ path }) => isMarkdown(path));
  const taken = new Set<string>();
  const ways: readonly ((file: KnownFile) => KnownFile | undefined)[] = [
    (file) => candidates.find(({ path }) => path === file.path),
    (file) => candidates.find(({ path, id }) => id === file.id && !taken.has(path)),
    (file) => onlyOne(candidates.filter(({ path }) => baseName(path) === baseName(file.path) && !taken.has(path))),
  ];
  const found = new Map<string, KnownFile>();
  for (const way of ways) {
    for (const file of text) {
      const match = found.has(file.path) ? undefined : way(file);
      if (match === undefined || taken.has(match.path)) continue;
      found.set(file.path, match);
      taken.add(match.path);
    }
  }
  return text.flatMap(({ path }) => found.get(path) ?? []);
}

/** The nearest of several namesakes can't be told: then none is taken. */
function onlyOne(found: readonly KnownFile[]): KnownFile | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The shortest way to name files in the process: their folder where they all lie in one and nearly all of its Markdown is
 * theirs, else the list of them.
 */
export function nameFiles(files: readonly KnownFile[], there: readonly KnownFile[]): string | readonly string[] {
  const [first] = files;
  if (first === undefined) return [];
  const folder = commonFolder(files.map(({ path }) => path));
  const inside = there.filter(({ path }) => isMarkdown(path) && isIn(path, folder));
  const inOrder = files.every(({ path }, index) => index === 0 || byCodePoint(files[index - 1]?.path ?? '', path) < 0);
  if (folder !== '' && inOrder && inside.length <= files.length * 1.5) return folder;
  return files.length === 1 ? first.path : files.map(({ path }) => path);
}

function commonFolder(paths: readonly string[]): string {
  let folder = folderOf(paths[0] ?? '');
  while (folder !== '' && !paths.every((path) => isIn(path, folder))) folder = folderOf(folder);
  return folder;
}

function isIn(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
