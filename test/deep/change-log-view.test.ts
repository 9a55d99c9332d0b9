import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareDocuments } from '../../src/changes/compare-documents.ts';
import { html } from '../../src/formats/html.ts';
import { changeLog } from '../../src/reports/change-log.ts';
import { read } from '../unit/changes/documents.ts';
import { AXE, hasBrowser, openBrowser, PAGE_ASSETS } from './browser.ts';

const HAS_BROWSER = hasBrowser('The filters of change logs were not tried');

const FROM = `# Duties

Entities should consult children before they plan programmes that concern them.

Civil society reaches children whom public services fail, and its experience counts.

# Means

Each entity reports on progress in march of every year to the secretariat.

The cost is borne by the members of the group in equal parts, as they agree.
`;
const TO = `# Duties

Entities shall consult children before they plan programmes that concern them.

# Means

The cost is borne by the members of the group in equal parts, as they agree.

Each entity reports on progress in march of every year to the secretariat.

## Costs

A fund is set up for translations into the languages of those who were asked.
`;

function sample(language: string) {
  const [earlier, later] = [read(FROM, language), read(TO, language)];
  const log = compareDocuments(earlier, later, {
    from: { id: 'zero', title: 'Zero draft' },
    to: { id: 'second', title: 'Second draft' },
    reasons: ({ to }) =>
      to[0]?.section === 'Duties'
        ? [{ kind: 'input', input: 'first/africa#i1', decision: 'accepted', reason: 'Done.', distribution: 'public' }]
        : [],
  });
  return changeLog.build({ log, meta: later.meta }, {}).document;
}

describe.skipIf(!HAS_BROWSER)('the change log in Chromium', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'penholder-changes-'));
  const file = (language: string) => join(folder, `${language}.html`);

  beforeAll(async () => {
    browser = await openBrowser();
    for (const language of ['en', 'fr'])
      writeFileSync(file(language), await html.render(sample(language), PAGE_ASSETS));
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function open(options: Parameters<Browser['newContext']>[0] = {}, hash = '') {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const [said, requests]: [string[], string[]] = [[], []];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file('en')).href + hash);
    return { page, said, requests };
  }

  const visible = (page: Page) => page.locator('.change-entry:visible').count();
  const status = (page: Page) => page.locator('#doc-filters-status').textContent();

  test('entries are chosen by kind, weight, section and input; what is left is counted', async () => {
    const { page, said, requests } = await open();
    const total = await page.locator('.change-entry').count();
    expect(total).toBeGreaterThan(3);
    expect(await visible(page)).toBe(total);
    await page.selectOption('#doc-filter-kind', 'added');
    expect([await visible(page), await status(page)]).toEqual([1, `1 of ${total} changes are shown.`]);
    await page.selectOption('#doc-filter-section', { label: 'Duties' });
    expect(await visible(page)).toBe(0);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await visible(page)).toBe(total);
    await page.selectOption('#doc-filter-input', 'first/africa#i1');
    const inputs = await visible(page);
    expect(inputs).toBeGreaterThan(0);
    expect(inputs).toBeLessThan(total);
    expect(await page.getByRole('heading', { name: 'Means' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.selectOption('#doc-filter-severity', 'editorial');
    expect(await visible(page)).toBeLessThan(total);
    expect(said).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });

  test('entries are chosen by what they touch, and headings without an entry go with theirs', async () => {
    const { page } = await open();
    const headings = () => page.locator('section[data-section] > h3:visible').count();
    expect(await headings()).toBeGreaterThan(0);
    await page.selectOption('#doc-filter-flag', { label: 'binding force changed' });
    expect([await visible(page), await headings()]).toEqual([1, 0]);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await headings()).toBeGreaterThan(0);
  });

  test('nothing but the entries is printed of the controls', async () => {
    const { page } = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#doc-filters').isVisible()).toBe(false);
    expect(await visible(page)).toBe(await page.locator('.change-entry').count());
  });

  test('all of it goes by keyboard, and the focus is never lost', async () => {
    const { page } = await open();
    const total = await visible(page);
    await page.locator('#doc-filter-kind').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await visible(page)).toBeLessThan(total);
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate('document.activeElement?.dataset.action === "show-all"')) break;
    }
    await page.keyboard.press('Enter');
    expect(await visible(page)).toBe(total);
    expect(await page.evaluate('document.activeElement?.id')).toBe('doc-filter-kind');
  });

  test('a link to an entry that is not shown brings it back', async () => {
    const { page } = await open();
    await page.selectOption('#doc-filter-kind', 'added');
    await page.locator('.part-summary a[href="#change-c1"]').first().click();
    expect(await page.locator('#change-c1').isVisible()).toBe(true);
  });

  test('without scripts all entries are shown and the controls are not', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('#doc-filters').isVisible()).toBe(false);
    expect(await visible(page)).toBe(await page.locator('.change-entry').count());
  });

  test('the policy of the page lets only this script run', async () => {
    const { page, said } = await open();
    const ran = await page.evaluate(`(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return 'ran' in window;
    })()`);
    expect([ran, said.some((line) => line.includes('Content Security Policy'))]).toEqual([false, true]);
  });

  test.each([
    ['en', 'light', { width: 1300, height: 900 }],
    ['en', 'dark', { width: 390, height: 844 }],
    ['fr', 'light', { width: 390, height: 844 }],
  ] as const)('axe finds nothing: %s, %s', async (language, colorScheme, viewport) => {
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport });
    const page = await context.newPage();
    await page.goto(pathToFileURL(file(language)).href);
    await page.selectOption('#doc-filter-kind', 'added');
    await page.addScriptTag({ content: AXE });
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0]?.html))',
    );
    expect(violations).toEqual([]);
    const wider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect(wider).toBe(false);
  });
});
