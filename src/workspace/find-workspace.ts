import { findUp } from '../io/find-up.ts';
import { PROCESS_FILE } from './layout.ts';

/**
 * Folder of the workspace that a folder lies in: the nearest one upwards with a `penholder.yaml`.
 *
 * @param startFolder Absolute path.
 * @returns Its absolute path; undefined where there is none.
 */
export async function findWorkspace(startFolder: string): Promise<string | undefined> {
  return findUp(startFolder, PROCESS_FILE);
}
