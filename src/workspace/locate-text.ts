/** Where a text was at an earlier stage, when files have moved since. */

import { byCodePoint } from '../model/order.ts';
import { baseName, folderOf, isMarkdown } from './layout.ts';

/** A file and the id of its content. */
export interface KnownFile {
  readonly path: string;
  readonly id: string;
}

/** Which file of another commit a file of the text was there, by its path in the text. */
export type LocatedFiles = ReadonlyMap<string, KnownFile>;

/**
 * Finds the files of a text among those of another commit: under the same path, with the same content, or else with the
 * same name. Each file is found once.
 *
 * @param text The files as they are known.
 * @param there All files of the other commit.
 */
export function locateFiles(text: readonly KnownFile[], there: readonly KnownFile[]): LocatedFiles {
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
  return found;
}

/** How much of two texts must be the same for one to be the other, renamed. */
const ENOUGH = 0.35;

/** Longest part of a text that is compared. */
const COMPARED = 200_000;

/**
 * Finds files that were renamed and edited, by what they say.
 *
 * @param lost Files of the text that were not found, with their words.
 * @param free Files of the other commit that are nobody's, with their words.
 */
export function locateSimilar(
  lost: readonly { readonly file: KnownFile; readonly source: string }[],
  free: readonly { readonly file: KnownFile; readonly source: string }[],
): LocatedFiles {
  const there = free.map(({ file, source }) => ({ file, pairs: wordPairs(source) }));
  const ranked = lost
    .flatMap(({ file, source }) => {
      const pairs = wordPairs(source);
      return there.map((other) => ({ path: file.path, other: other.file, score: dice(pairs, other.pairs) }));
    })
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || byCodePoint(a.path, b.path) || byCodePoint(a.other.path, b.other.path));
  const found = new Map<string, KnownFile>();
  const taken = new Set<string>();
  for (const { path, other } of ranked) {
    if (found.has(path) || taken.has(other.path)) continue;
    found.set(path, other);
    taken.add(other.path);
  }
  return found;
}

function wordPairs(source: string): ReadonlySet<string> {
  const words =
    source
      .slice(0, COMPARED)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.map((word, index) => `${word} ${words[index + 1] ?? ''}`));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
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
