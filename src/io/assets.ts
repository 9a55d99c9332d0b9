/** Files shipped with the program. */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFolder, readContained } from './file-system.ts';

/** Folders of the package that hold shipped files; a path without one of them is looked for in the first two. */
const SHIPPED = ['templates', 'dist', 'drafts'] as const;

/** Packages whose `fonts` folder is read when they are installed, by the folder its files appear under. */
const OPTIONAL_PACKAGES: Readonly<Record<string, string>> = { 'fonts-sc': '@embedpdf/fonts-sc' };

/**
 * Folder of the installed package: the nearest one above this file whose package.json is ours.
 * @throws where the program was torn out of its package.
 */
export function packageFolder(from: string = fileURLToPath(import.meta.url)): string {
  const folder = dirname(from);
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && manifestName(manifest) === 'penholder') return folder;
  if (folder === parse(folder).root) throw new Error('The folder of the penholder package was not found.');
  return packageFolder(folder);
}

function manifestName(path: string): unknown {
  return (JSON.parse(readFileSync(path, 'utf8')) as { name?: unknown }).name;
}

/** Content of a shipped file: `templates/…`, `dist/…`, `drafts/…`, or a path inside templates or dist. */
export async function readAsset(folder: string, path: string): Promise<Uint8Array | undefined> {
  const [first = '', ...rest] = path.split('/');
  const optional = optionalFolder(first);
  if (optional !== undefined) return readContained(optional, rest.join('/'));
  if (isShipped(first)) return readContained(folder, path);
  return (await readContained(folder, `templates/${path}`)) ?? readContained(folder, `dist/${path}`);
}

/** Paths of the shipped files under a folder, named as `readAsset` takes them. */
export async function listAssets(folder: string, under: string): Promise<readonly string[]> {
  const [first = '', ...rest] = under.replace(/\/+$/u, '').split('/');
  const optional = optionalFolder(first);
  if (optional !== undefined) {
    return (await paths(optional, rest.join('/'))).map((path) => `${first}/${path}`);
  }
  if (isShipped(first)) return paths(folder, under);
  const found = await Promise.all(
    ['templates', 'dist'].map(async (base) =>
      (await paths(folder, `${base}/${under}`)).map((path) => path.slice(base.length + 1)),
    ),
  );
  return found.flat();
}

async function paths(root: string, under: string): Promise<readonly string[]> {
  return (await listFolder(root, under)).files.map((file) => file.path);
}

function isShipped(first: string): boolean {
  return (SHIPPED as readonly string[]).includes(first);
}

function optionalFolder(first: string): string | undefined {
  const name = OPTIONAL_PACKAGES[first];
  if (name === undefined) return undefined;
  try {
    // The package exports its entry point only; its fonts stand beside the folder of that.
    return realpathSync(join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'fonts'));
  } catch {
    return undefined;
  }
}
