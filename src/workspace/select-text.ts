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

/** What selecting has to know of the process. */
export interface TextRules extends Pick<Process, 'language' | 'languages'> {
  /** True outside a workspace, where no folder has a meaning of its own. */
  readonly plain?: boolean;
}

const RESERVED: ReadonlySet<string> = new Set(Object.values(FOLDERS));

/** Packages that programs put into a folder are nobody's draft. */
const PACKAGES = 'node_modules';

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
  process: TextRules,
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
  { language, languages, plain = false }: TextRules,
): readonly string[] {
  const base = folder === '' ? '' : `${folder}/`;
  const translations = new Set((languages ?? []).filter((one) => one !== language));
  const isText = (path: string) => {
    const inside = path.slice(base.length).split('/');
    const first = inside[0] ?? '';
    if (inside.some((part) => part.startsWith('.') || part === PACKAGES)) return false;
    const set = translations.has(first) || (base === '' && !plain && RESERVED.has(first));
    if (inside.length > 1 && set) return false;
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
