import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { exports } from '../../src/exports/index.ts';
import { formats } from '../../src/formats/index.ts';
import { reports } from '../../src/reports/index.ts';
import { sources } from '../../src/sources/index.ts';
// @ts-expect-error a plain script without types
import { registries, registrySource } from '../tools/registries.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOADED = { checks, exports, formats, reports, sources };

describe('registrySource', () => {
  test('lists files that export an object of the contract, sorted, and leaves helpers out', () => {
    const text = registrySource('reports', [
      { path: 'change-log.ts', source: 'export const changeLog: Report<A, B> = {};' },
      { path: 'coverage.ts', source: 'export const coverage = {\n} satisfies Report<A, B>;' },
      { path: 'coverage/table.ts', source: 'export function table() {}' },
      { path: 'entries.ts', source: 'export const entries: string[] = [];' },
    ]);
    expect([...text.matchAll(/import\('(.*?)'\)\)\.(\w+)/gu)].map((match) => `${match[1]} ${match[2]}`)).toEqual([
      './change-log.ts changeLog',
      './coverage.ts coverage',
    ]);
  });

  test('gives checks the id of their folder and file', () => {
    const source = 'export const oldDate: Check = {};';
    expect(registrySource('checks', [{ path: 'note/old-date.ts', source }])).toContain(
      "'note/old-date': async () => (await import('./note/old-date.ts')).oldDate,",
    );
  });
});

describe('the registries in the repository', () => {
  test.each(registries(ROOT) as [string, string][])('%s is what `npm run generate` writes', (path, text) => {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(text);
  });

  test.each(Object.entries(LOADED))('every entry of %s has the id it is listed under', async (_folder, registry) => {
    for (const [id, load] of Object.entries<() => Promise<{ id: string }>>(registry)) {
      expect((await load()).id).toBe(id);
    }
  });
});
