import type { Process } from '../model/process.ts';
import { naturalOrder } from '../text/natural-order.ts';
import { DEFAULT_TEXT, FOLDERS, folderOf, isMarkdown } from './layout.ts';

/** Which files are the text. */
export interface TextSelection {
  /** In reading order. */
  readonly files: readonly string[];
  /** What the process names and is not there. */
  readonly missing: readonly string[];
}

const RESERVED: ReadonlySet<string> = new Set(Object.values(FOLDERS));

/**
 * Picks the files of the text: a folder's in order of their names, numbers in them by value, one file, or an ordered list of either.
 * Translations (`drafts/<lang>/`) and hidden files are left out, and files that are not Markdown.
 *
 * @param text What the process says; `drafts` if it says nothing.
 * @param paths All files there are, workspace-relative.
 */
export function selectText(
  text: string | readonly string[] | undefined,
  paths: readonly string[],
  process: Pick<Process, 'language' | 'languages'>,
): TextSelection {
  const wanted = typeof text === 'string' ? [text] : (text ?? [DEFAULT_TEXT]);
  const all = new Set(paths);
  const files = new Set<string>();
  const missing: string[] = [];
  for (const entry of wanted) {
    const path = tidyPath(entry);
    const found = all.has(path) ? [path] : folderFiles(path, paths, process);
    if (found.length === 0) missing.push(entry);
    for (const file of found) files.add(file);
  }
  return { files: [...files], missing };
}

/** A path without `./` before and `/` after it; empty for the root. */
export function tidyPath(path: string): string {
  return path
    .replace(/^(\.\/)+/u, '')
    .replace(/\/+$/u, '')
    .replace(/^\.$/u, '');
}

function folderFiles(
  folder: string,
  paths: readonly string[],
  { language, languages }: Pick<Process, 'language' | 'languages'>,
): readonly string[] {
  const base = folder === '' ? '' : `${folder}/`;
  const translations = new Set((languages ?? []).filter((one) => one !== language));
  const isText = (path: string) => {
    const inside = path.slice(base.length).split('/');
    const first = inside[0] ?? '';
    if (inside.some((part) => part.startsWith('.'))) return false;
    if (inside.length > 1 && (translations.has(first) || (base === '' && RESERVED.has(first)))) return false;
    return isMarkdown(path);
  };
  const found = paths.filter((path) => path.startsWith(base) && isText(path));
  return found.sort(naturalOrder);
}

/** Folders that have to be listed to find the text; empty for the root. */
export function textFolders(text: string | readonly string[] | undefined): readonly string[] {
  const wanted = typeof text === 'string' ? [text] : (text ?? [DEFAULT_TEXT]);
  return [...new Set(wanted.map(tidyPath).map((path) => (isMarkdown(path) ? folderOf(path) : path)))];
}
