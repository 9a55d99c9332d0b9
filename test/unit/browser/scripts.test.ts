import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
// @ts-expect-error a plain script without types
import { pageScripts } from '../../tools/page-scripts.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

test('the scripts that pages carry are those of their sources', async () => {
  for (const [path, text] of (await pageScripts(ROOT)) as [string, string][]) {
    expect(readFileSync(join(ROOT, path), 'utf8') === text, `${path}: run "npm run generate".`).toBe(true);
  }
});

test('what a page holds is put into it as text, never as markup, and nothing is fetched or kept', () => {
  const folder = join(ROOT, 'src/browser');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(|XMLHttpRequest|sendBeacon|WebSocket|localStorage|sessionStorage|\.cookie/u,
    );
  }
});
