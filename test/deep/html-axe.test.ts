import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/formats/html.ts';
import type { Assets } from '../../src/model/contracts.ts';
import { emptyFolder, penholder } from '../commands/program.ts';
import { DRAFT, documentOf, MARKED_UP, numbered, section } from '../unit/formats/sample-document.ts';
import { AXE, hasBrowser, openBrowser, PAGE_ASSETS } from './browser.ts';

const HAS_BROWSER = hasBrowser('The accessibility of pages was not checked');

const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>');
const ASSETS: Assets = { ...PAGE_ASSETS, picture: async () => SVG };

const ARABIC = documentOf(
  [
    section('النطاق', 'أولا', [numbered('1', ['ينبغي للكيانات أن تسأل الأطفال أولا.'])]),
    section('الوسائل', 'ثانيا', []),
  ],
  { language: 'ar', direction: 'rtl', title: 'مشاركة الأطفال' },
);
const DOCUMENTS = { draft: DRAFT, 'marked-up version': MARKED_UP, 'Arabic draft': ARABIC };
const SCREENS = { wide: { width: 1300, height: 900 }, phone: { width: 390, height: 844 } };
const CASES = Object.keys(DOCUMENTS).flatMap((name) =>
  Object.keys(SCREENS).flatMap((screen) => ['light', 'dark'].map((scheme) => ({ name, screen, scheme }))),
);

describe.skipIf(!HAS_BROWSER)('pages in Chromium', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'penholder-axe-'));

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** What axe has against a page, and whether it is wider than the screen or loads anything. */
  async function examine(file: string, screen: string, scheme: string): Promise<void> {
    // The page's own policy would keep the checker out; a reader's browser keeps it.
    const context = await browser.newContext({
      bypassCSP: true,
      viewport: SCREENS[screen as keyof typeof SCREENS],
      colorScheme: scheme as 'light' | 'dark',
    });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(AXE);
    const found: unknown = await page.evaluate(
      '(async () => (await axe.run()).violations.map((each) => [each.id, ...each.nodes.map((node) => node.html)]))()',
    );
    const overflow: unknown = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    await context.close();
    expect(found).toEqual([]);
    expect(overflow).toBe(false);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
  }

  test.each(CASES)('axe finds nothing in the $name, $screen, $scheme', async ({ name, screen, scheme }) => {
    const file = join(folder, 'page.html');
    writeFileSync(file, await html.render(DOCUMENTS[name as keyof typeof DOCUMENTS], ASSETS));
    await examine(file, screen, scheme);
  });

  test('axe finds nothing in the worked example, clean and marked up', async () => {
    const root = emptyFolder();
    expect((await penholder(root, ['init', '--example', 'child-rights', 'example', '--yes'])).status).toBe(0);
    const compile = ['-C', 'example', 'compile', 'second', '--since', 'zero', '--to', 'html', '--json'];
    const { stdout, stderr } = await penholder(root, compile);
    const written = JSON.parse(stdout) as { path: string }[];
    expect(written.length, stderr).toBe(2);
    for (const { path } of written) {
      await examine(join(root, 'example', path), 'wide', 'light');
      await examine(join(root, 'example', path), 'phone', 'dark');
    }
  });
});
