/**
 * Writes the `index.ts` of the open folders from their listing: one file is one entry, its name is the id,
 * and it exports one object, named as the file in camelCase and typed with the folder's contract.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The open folders: the contract their files keep, and what an entry is called. */
export const OPEN_FOLDERS = [
  { folder: 'checks', contract: 'Check', entry: 'check', about: 'Checks' },
  { folder: 'exports', contract: 'Export', anyOf: '<never>', entry: 'export', about: 'Exports' },
  { folder: 'formats', contract: 'Format', entry: 'format', about: 'Output formats' },
  { folder: 'reports', contract: 'Report', anyOf: '<never, never>', entry: 'report', about: 'Reports' },
  { folder: 'sources', contract: 'Source', entry: 'source', about: 'Kinds of file that can be ingested' },
];

/** `change-log` → `changeLog`. */
export function camelCase(name) {
  return name.replace(/-([a-z0-9])/gu, (_, letter) => letter.toUpperCase());
}

/** Whether a file exports an entry of the folder: `export const changeLog: Report<…> =` or `… satisfies Report`. */
export function isEntry({ path, source }, contract) {
  const name = camelCase(path.split('/').pop().replace(/\.ts$/u, ''));
  const declaration = new RegExp(`^export const ${name}\\b(.*)$`, 'mu').exec(source);
  if (declaration === null) return false;
  const kept = new RegExp(`\\b${contract}\\b`, 'u');
  return kept.test(declaration[1]) || new RegExp(`^\\}(?: as const)? satisfies ${contract}\\b`, 'mu').test(source);
}

/**
 * Gives the text of an open folder's index.
 * @param folder one of {@link OPEN_FOLDERS}, by name
 * @param files its files with paths relative to it
 */
export function registrySource(folder, files) {
  const { contract, anyOf = '', entry, about } = OPEN_FOLDERS.find((open) => open.folder === folder);
  const entries = files.filter((file) => isEntry(file, contract)).map(({ path }) => path.replace(/\.ts$/u, ''));
  entries.sort((a, b) => (a < b ? -1 : 1));
  const title = `${contract}Id`;
  const lines = entries.map((path) => {
    const key = /^[a-z][a-z0-9]*$/u.test(path) ? path : `'${path}'`;
    return `  ${key}: async () => (await import('./${path}.ts')).${camelCase(path.split('/').pop())},`;
  });
  // An empty table has no key type that a list of strings could be taken for.
  const ids = lines.length === 0 ? '[]' : `Object.keys(${folder}) as ${title}[]`;
  return [
    '// Written by `npm run generate` from the files of this folder; what is changed here by hand is lost.',
    '// biome-ignore-all format: written by a program',
    `import type { ${contract} } from '../model/contracts.ts';`,
    '',
    `/** ${about} by id. Each loads when it is called. */`,
    ...(lines.length === 0 ? [`export const ${folder} = {`] : [`export const ${folder} = {`, ...lines]),
    `} as const satisfies Readonly<Record<string, () => Promise<${contract}${anyOf}>>>;`,
    '',
    `/** Id of one of the ${entry}s. */`,
    `export type ${title} = keyof typeof ${folder};`,
    '',
    `/** Ids of the ${entry}s, in order; known without loading any of them. @public */`,
    `export const ${entry}Ids: readonly ${title}[] = ${ids};`,
    ...(folder === 'checks' ? readingIds(files, entries) : []),
    '',
  ].join('\n');
}

/** Checks that only explain what reading finds; known without loading them, so that a run of all rules need not. */
function readingIds(files, entries) {
  const reading = files
    .filter(({ path, source }) => entries.includes(path.replace(/\.ts$/u, '')) && source.includes('= readingCheck('))
    .map(({ path }) => `  '${path.replace(/\.ts$/u, '')}',`)
    .sort();
  return [
    '',
    '/** Ids of the checks that explain what reading and composing find, and have no work of their own. */',
    'export const readingCheckIds: ReadonlySet<string> = new Set([',
    ...reading,
    ']);',
  ];
}

/** Reads the TypeScript files below a folder, its index left out. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), source: readFileSync(path, 'utf8') }))
    .filter(({ path }) => path !== 'index.ts');
}

/** Gives every registry: path from the root of the repository → text. */
export function registries(root) {
  return OPEN_FOLDERS.map(({ folder }) => [
    `src/${folder}/index.ts`,
    registrySource(folder, filesOf(join(root, 'src', folder))),
  ]);
}
