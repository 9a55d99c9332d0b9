import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkIds, readingCheckIds } from '../../../src/checks/index.ts';

const SRC = fileURLToPath(new URL('../../../src', import.meta.url));

const sources = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !path.startsWith(join(SRC, 'checks')))
  .map((path) => ({ path: path.replaceAll('\\', '/'), source: readFileSync(path, 'utf8') }));

const AREAS = [...new Set(checkIds.map((id) => id.split('/')[0]))].join('|');

/** Values that look like ids of rules and are media types. */
const MEDIA_TYPES = new Set([
  'text/html',
  'text/markdown',
  'text/plain',
  'text/css',
  'text/csv',
  'text/calendar',
  'text/tab-separated-values',
]);

/** Ids written out in the sources: `'text/duplicate-id'`. Import paths begin with a dot and are none. */
function writtenIds(): Set<string> {
  const literal = new RegExp(`['"\`]((?:${AREAS})/[a-z][a-z0-9-]*)['"\`]`, 'gu');
  const found = sources.flatMap(({ source }) => [...source.matchAll(literal)].map(([, id = '']) => id));
  return new Set(found.filter((id) => !MEDIA_TYPES.has(id)));
}

/** Ids that a function puts together from its argument: `stageFinding('shallow', …)`. */
const MAKERS: readonly (readonly [file: RegExp, area: string, call: RegExp])[] = [
  [/\/workspace\//u, 'stages', /stageFinding\(\s*'([a-z-]+)'/gu],
  [/\/workspace\/process-rules\.ts$/u, 'workspace', /finding\(context, '([a-z-]+)'/gu],
  [/\/text\/yaml\.ts$/u, 'yaml', /name: '([a-z-]+)'/gu],
];

function madeIds(): string[] {
  return MAKERS.flatMap(([file, area, call]) =>
    sources
      .filter(({ path }) => file.test(path))
      .flatMap(({ source }) => [...source.matchAll(call)].map(([, name = '']) => `${area}/${name}`)),
  );
}

/** Areas that the sources name as `check: 'area/…'`, so that a new area is not overlooked. */
function writtenAreas(): Set<string> {
  const found = sources.flatMap(({ source }) =>
    [...source.matchAll(/check: ['"`]([a-z]+)\//gu)].map(([, area = '']) => area),
  );
  return new Set(found);
}

/** Beginnings of ids that are put together: `notes/unknown-${key}`. */
function writtenStems(): Set<string> {
  const stem = new RegExp(`\`((?:${AREAS})/[a-z-]*)\\$\\{`, 'gu');
  return new Set(sources.flatMap(({ source }) => [...source.matchAll(stem)].map(([, found = '']) => found)));
}

describe('the registry of rules', () => {
  test('has every id that a finding can carry', () => {
    const known: ReadonlySet<string> = new Set(checkIds);
    expect([...writtenIds(), ...madeIds()].filter((id) => !known.has(id))).toEqual([]);
  });

  test('sees the ids that functions put together', () => {
    expect(madeIds()).toEqual(expect.arrayContaining(['stages/no-text', 'workspace/cycle', 'yaml/alias']));
  });

  test('has every area', () => {
    expect([...writtenAreas()].filter((area) => !checkIds.some((id) => id.startsWith(`${area}/`)))).toEqual([]);
  });

  test('explains no finding that nobody makes', () => {
    const written = new Set([...writtenIds(), ...madeIds()]);
    const stems = [...writtenStems()];
    const nobody = [...readingCheckIds].filter((id) => !written.has(id) && !stems.some((stem) => id.startsWith(stem)));
    expect(nobody).toEqual([]);
  });

  test('holds ids of the form area/name', () => {
    expect(checkIds.filter((id) => !/^[a-z]+\/[a-z][a-z0-9-]*$/u.test(id))).toEqual([]);
  });
});
