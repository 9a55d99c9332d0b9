/** Where things are in a workspace. */

/** The process. */
export const PROCESS_FILE = 'penholder.yaml';

/** Where the text is unless the process says otherwise. */
export const DEFAULT_TEXT = 'drafts';

/** Folders with a meaning of their own. */
export const FOLDERS = {
  consultations: 'consultations',
  decisions: 'decisions',
  questionnaires: 'questionnaires',
  resources: 'resources',
  clearances: 'clearances',
  circulations: 'circulations',
  mappings: 'mappings',
  build: 'build',
  private: '.penholder',
} as const;

/** Whom to reach. */
export const STAKEHOLDERS_FILE = 'stakeholders.yaml';

/** Verdicts on changes that people overruled. */
export const VERDICTS_FILE = 'changes.yaml';

/** Whether a path is a Markdown file's. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/iu.test(path);
}

/** Last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Path without its last part; empty at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
