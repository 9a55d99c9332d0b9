import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

const TREE_SIDE = ['sources', 'questions', 'drafts', 'changes'] as const;

/** Which folders a folder may import. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  files: ['model'],
  text: ['model', 'files'],
  sources: ['model', 'files', 'text'],
  questions: ['model', 'files', 'text'],
  drafts: ['model', 'files', 'text'],
  changes: ['model', 'files', 'text'],
  trace: ['model', 'files', 'text', ...TREE_SIDE],
  checks: ['model', 'files', 'text', ...TREE_SIDE, 'trace'],
  reports: ['model', 'files', 'text', ...TREE_SIDE, 'trace'],
  formats: ['model', 'files', 'text'],
  browser: ['model'],
  exports: ['model', 'files', 'text'],
  io: ['model'],
  workspace: ['model', 'files', 'text', 'io', 'sources'],
};

/** What touches the machine, and why it is kept to `io/`. */
const MACHINE: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'files, processes and the operating system',
    /from '(?:node:)?(?:fs|fs\/promises|child_process|os|worker_threads|net|http|https|process)'/u,
  ],
  ['the process', /(?<![\w.'"])process\.(?:env|argv|cwd|exit|stdout|stderr|stdin|platform|pid)/u],
  ['the clock', /Date\.now\(|new Date\(\)|performance\.now\(/u],
  ['chance', /Math\.random\(|randomUUID|randomBytes/u],
  ['the locale of the machine', /\.localeCompare\(|toLocale(?:Date|Time)?String\(|new Intl\.\w+\(\)/u],
];

/** Packages with one home. */
const HOMES: readonly (readonly [name: string, home: RegExp])[] = [
  ['commander', /^commands\//u],
  ['inquirer', /^commands\//u],
  ['chalk', /^commands\//u],
  ['gray-matter', /^text\/front-matter\.ts$/u],
  ['node:crypto', /^(?:io\/|text\/fingerprint\.ts$)/u],
];

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .map((path) => ({ path, source: readFileSync(join(SRC, path), 'utf8') }));

function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/gu)].map(([, name = '']) => name);
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** Code without comments and without the text of strings, so that prose is not taken for code. */
function codeOf(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|[^:])\/\/.*$/gmu, '$1');
}

describe('the direction of imports', () => {
  it('is kept by every file', () => {
    const wrong = files.flatMap(({ path, source }) => {
      const allowed = MAY_IMPORT[folderOf(path)];
      if (allowed === undefined) return [];
      return importsOf(source)
        .filter((name) => name.startsWith('.'))
        .map((name) =>
          folderOf(
            relative(SRC, join(SRC, dirname(path), name))
              .split(sep)
              .join('/'),
          ),
        )
        .filter((target) => target !== folderOf(path) && !allowed.includes(target))
        .map((target) => `${path} imports ${target === '' ? 'a root file' : target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('knows every folder', () => {
    const folders = new Set(files.map(({ path }) => folderOf(path)));
    for (const known of [...Object.keys(MAY_IMPORT), 'commands', '']) folders.delete(known);
    expect([...folders]).toEqual([]);
  });
});

describe('the machine', () => {
  it.each(MACHINE)('%s: only io/ touches it', (_name, pattern) => {
    const outside = files.filter(({ path }) => !path.startsWith('io/'));
    expect(outside.filter(({ source }) => pattern.test(codeOf(source))).map(({ path }) => path)).toEqual([]);
  });
});

describe('packages with one home', () => {
  it.each(HOMES)('%s is imported where it belongs', (name, home) => {
    const users = files.filter(({ source }) => importsOf(source).includes(name)).map(({ path }) => path);
    expect(users.filter((path) => !home.test(path))).toEqual([]);
  });
});

describe('exports', () => {
  it('are named', () => {
    expect(files.filter(({ source }) => /^export default/mu.test(source)).map(({ path }) => path)).toEqual([]);
  });
});
