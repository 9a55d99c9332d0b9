import { sha256Hex } from '../io/hash.ts';
import type { RepositoryState, World } from '../io/world.ts';
import { byCodePoint } from '../model/order.ts';
import type { Process } from '../model/process.ts';
import type { FrozenStage } from '../model/workspace.ts';
import { FOLDERS, PROCESS_FILE } from './layout.ts';
import { selectText } from './select-text.ts';
import { committedFiles } from './stage-files.ts';

/**
 * Digest of what a commit says: the text, the resources and the process.
 *
 * It is the SHA-256 of lines as `sha256sum` prints them (hash, two spaces, path), in code-point order of the paths, so that
 * anybody can compute it without this program. Git's own ids are not used: they are SHA-1 in most repositories.
 *
 * @param prefix Folder of the workspace in its repository.
 */
export async function commitDigest(
  world: World,
  { commit, prefix, process }: { readonly commit: string; readonly prefix: string; readonly process: Process },
): Promise<string> {
  const files = await committedFiles(world, commit, prefix);
  const text = selectText(process.text, files.paths, process).files;
  const others = files.paths.filter((path) => path === PROCESS_FILE || path.startsWith(`${FOLDERS.resources}/`));
  const contents = await files.contents([...new Set([...text, ...others])]);
  const lines = [...contents]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([path, bytes]) => `${sha256Hex(bytes)}  ${path}\n`);
  return sha256Hex(lines.join(''));
}

/**
 * Whether a frozen stage still holds what its tag says it did.
 *
 * @returns undefined where the tag carries no digest, as tags do that Penholder did not make.
 */
export async function verifyFreeze(
  world: World,
  frozen: FrozenStage,
  { state, process }: { readonly state: RepositoryState; readonly process: Process },
): Promise<boolean | undefined> {
  const promised = frozen.trailers['Content-SHA256'];
  if (promised === undefined) return undefined;
  return (await commitDigest(world, { commit: frozen.commit, prefix: state.prefix, process })) === promised;
}
