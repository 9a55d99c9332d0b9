import type { Process } from '../model/process.ts';
import { FOLDERS } from './layout.ts';
import { selectText, textFolders } from './select-text.ts';

/** Where the text is, and how its files are picked. */
export type TextPlace = Pick<Process, 'text' | 'language' | 'languages'>;

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/iu;

/**
 * The files that a clearance is bound to: the text, the pictures beside it, and the resources it cites.
 *
 * @param place Where the text is, and its languages.
 * @param paths All files there are, workspace-relative.
 */
export function clearedPaths({ text, ...rules }: TextPlace, paths: readonly string[]): readonly string[] {
  const sections = new Set(selectText(text, paths, rules).files);
  const folders = textFolders(text).filter((folder) => folder !== '');
  const beside = (path: string) => PICTURE.test(path) && folders.some((folder) => path.startsWith(`${folder}/`));
  return paths.filter((path) => sections.has(path) || path.startsWith(`${FOLDERS.resources}/`) || beside(path));
}
