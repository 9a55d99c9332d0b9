/** The hook that git runs before a commit. */
import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { writeAtomic } from './atomic-write.ts';
import { type GitPlace, runGit } from './run-git.ts';
import type { CommitHook } from './world.ts';
import { systemCode, WorldError } from './world-error.ts';

const NAME = 'pre-commit';

/** The hook as it stands; undefined where there is no repository. */
export async function readHook(place: GitPlace): Promise<CommitHook | undefined> {
  const file = await hookFile(place);
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const configured = await configuredFolder(place);
  return {
    path: `.git/hooks/${NAME}`,
    ...(text !== undefined && { text }),
    ...(configured !== undefined && { configured }),
  };
}

/**
 * Writes the hook; what stood there is kept where a name is given.
 *
 * @throws WorldError `exists` where another hook is kept under that name.
 */
export async function writeHook(place: GitPlace, text: string, keepAs?: string): Promise<void> {
  const file = await hookFile(place);
  if (file === undefined) return;
  await mkdir(dirname(file), { recursive: true });
  if (keepAs !== undefined) await keepHook(file, join(dirname(file), keepAs));
  await writeAtomic(file, Buffer.from(text, 'utf8'), true);
  await chmod(file, 0o755);
}

/** Copies the hook, so that there is one at every moment; a copy that an interrupted call left is as good. */
async function keepHook(file: string, kept: string): Promise<void> {
  try {
    await copyFile(file, kept, constants.COPYFILE_EXCL);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    if ((await readFile(file)).equals(await readFile(kept))) return;
    throw new WorldError(
      'exists',
      `${basename(kept)} among the hooks of this repository keeps another hook already, so nothing was written.`,
      'Make one hook of the two, or move that file away, then run the command again.',
    );
  }
}

/** Every work tree of a repository shares its hooks. */
async function hookFile(place: GitPlace): Promise<string | undefined> {
  const { code, stdout } = await runGit(place, ['rev-parse', '--path-format=absolute', '--git-common-dir']);
  const folder = stdout.toString('utf8').replace(/\n$/u, '');
  return code === 0 && isAbsolute(folder) ? join(folder, 'hooks', NAME) : undefined;
}

/** Our own calls switch hooks off, so the user's setting is looked up in the configuration itself. */
async function configuredFolder(place: GitPlace): Promise<string | undefined> {
  const { stdout } = await runGit(place, ['config', '--get-all', '-z', 'core.hooksPath']);
  return stdout
    .toString('utf8')
    .split('\0')
    .findLast((folder) => folder !== '' && folder !== '/dev/null');
}
