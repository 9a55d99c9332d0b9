import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/formats/html.ts';
import type { FilledForm } from '../../src/model/form-answers.ts';
import { interviewGuide } from '../../src/questions/interview-guide.ts';
import { selfCompletion } from '../../src/questions/self-completion.ts';
import { everyType, OPTIONS } from '../unit/questions/sample.ts';
import { AXE, hasBrowser, openBrowser, PAGE_ASSETS } from './browser.ts';

const HAS_BROWSER = hasBrowser('The form was not filled in');

describe.skipIf(!HAS_BROWSER)('the form in Chromium', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'penholder-form-'));
  const file = join(folder, 'form.html');

  beforeAll(async () => {
    browser = await openBrowser();
    writeFileSync(file, await html.render(selfCompletion(everyType(), OPTIONS), PAGE_ASSETS));
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the form, notes what it complains of and loads, and gives both back. */
  async function open(options: { bypassCSP?: boolean } = {}) {
    const context = await browser.newContext({ ...options, acceptDownloads: true });
    const page = await context.newPage();
    const said: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    return { page, said, requests };
  }

  const shown = (page: Page, id: string) => page.locator(`[data-question="${id}"]`).isVisible();
  const pick = (page: Page, name: string, value: string) =>
    page.locator(`input[name="${name}"][value="${value}"]`).check();

  async function saved(page: Page): Promise<FilledForm> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-action="save"]').click()]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return JSON.parse(readFileSync(path, 'utf8')) as FilledForm;
  }

  async function fillIn(page: Page): Promise<void> {
    await pick(page, '$consent', 'yes');
    await pick(page, 'q1', 'yes');
    await pick(page, 'q2', 'city');
    await pick(page, 'q2', 'other');
    await page.locator('#field-q3').fill('  A "radio" station\n<b> ');
    await page.locator('#field-q4').fill('Time.');
    await pick(page, 'q5', '3');
    await pick(page, 'q6/parents', 'much');
    await page.locator('#field-q7').fill('2.5');
    await page.locator('#field-q8').fill('2021-05-04');
    await pick(page, 'q9', 'money');
    await page.locator('#field-place').fill('A park');
    await pick(page, 'easy', 'no');
    await page.locator('#field-whynot').fill('Far');
    await page.locator('.add').click();
    await page.locator('#field-place__2').fill('A library');
    await pick(page, 'easy__2', 'yes');
  }

  test('asks what its conditions say, and no more', async () => {
    const { page, said } = await open();
    await pick(page, '$consent', 'yes');
    expect(await shown(page, 'q2')).toBe(false);
    await pick(page, 'q1', 'yes');
    expect(await shown(page, 'q2')).toBe(true);
    expect(await shown(page, 'q3')).toBe(false);
    await pick(page, 'q2', 'other');
    expect(await shown(page, 'q3')).toBe(true);
    await pick(page, 'q1', 'no');
    expect([await shown(page, 'q2'), await shown(page, 'q3')]).toEqual([false, false]);
    await pick(page, 'q5', '2');
    expect(await shown(page, 'q7')).toBe(false);
    await pick(page, 'q5', '4');
    expect(await shown(page, 'q7')).toBe(true);
    expect(said).toEqual([]);
  });

  test('saves every answer to a file, loads and sends nothing, and breaks no policy', async () => {
    const { page, said, requests } = await open();
    await fillIn(page);
    const { response, ...form } = await saved(page);
    expect(response).toMatch(/^[0-9a-f]{32}$/u);
    expect(form).toEqual({
      'penholder-form': 1,
      questionnaire: 'workshop-first',
      group: 'workshop',
      round: 'first',
      version: '2',
      language: 'en',
      consent: 'given',
      answers: {
        q1: 'yes',
        q2: ['city', 'other'],
        q3: 'A "radio" station\n<b>',
        q4: 'Time.',
        q5: 3,
        q6: { parents: 'much' },
        q7: 2.5,
        q8: '2021-05-04',
        q9: 'money',
        places: [
          { place: 'A park', easy: 'no', whynot: 'Far' },
          { place: 'A library', easy: 'yes' },
        ],
      },
    });
    expect(said).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([pathToFileURL(file).href]);
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test('names what is missing, leads there, and saves once it is mended', async () => {
    const { page } = await open();
    await pick(page, '$consent', 'yes');
    await pick(page, 'q5', '4');
    await page.locator('#field-q7').fill('9');
    await page.locator('#field-place').fill('A park');
    await page.locator('[data-action="save"]').click();
    const summary = page.locator('#doc-errors');
    expect(await summary.locator('li').allInnerTexts()).toEqual([
      '1. Have you been asked before? – This question needs an answer.',
      '4. What gets in the way? – This question needs an answer.',
      '7. How often a week? – This must be 7 or less.',
    ]);
    expect(await page.evaluate('document.activeElement.id')).toBe('doc-errors');
    await summary.locator('a').nth(1).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('field-q4');
    await page.locator('#field-q4').fill('Time.');
    await page.locator('#field-q7').fill('7');
    await pick(page, 'q1', 'no');
    expect((await saved(page)).answers).toEqual({ q1: 'no', q4: 'Time.', q5: 4, q7: 7, places: [{ place: 'A park' }] });
    expect(await summary.isVisible()).toBe(false);
  });

  test('takes nothing from who does not consent', async () => {
    const { page } = await open();
    await fillIn(page);
    await pick(page, '$consent', 'no');
    expect(await shown(page, 'q4')).toBe(false);
    const { consent, answers } = await saved(page);
    expect({ consent, answers }).toEqual({ consent: 'not-given', answers: {} });
  });

  test('keeps answers on the device only where that is asked for, and forgets them', async () => {
    const { page } = await open();
    await page.locator('#doc-keep').check();
    await fillIn(page);
    const before = await saved(page);
    await page.reload();
    expect(await saved(page)).toEqual(before);
    await page.locator('[data-action="forget"]').click();
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test('axe finds nothing in it, empty, filled in or with errors', async () => {
    const { page } = await open({ bypassCSP: true });
    await page.evaluate(AXE);
    const violations = () =>
      page.evaluate(
        '(async () => (await axe.run()).violations.map((each) => [each.id, ...each.nodes.map((node) => node.html)]))()',
      );
    expect(await violations()).toEqual([]);
    await pick(page, '$consent', 'yes');
    await page.locator('[data-action="save"]').click();
    expect(await violations()).toEqual([]);
    await fillIn(page);
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['in large print', selfCompletion(everyType(), { ...OPTIONS, style: 'large-print' })],
    ['easy to read', selfCompletion(everyType(), { ...OPTIONS, style: 'easy-read' })],
    ['as an interview guide', interviewGuide(everyType(), OPTIONS)],
  ] as const)('axe finds nothing in it %s, on a phone or a desk', async (_, document) => {
    const other = join(folder, 'other.html');
    writeFileSync(other, await html.render(document, PAGE_ASSETS));
    for (const width of [390, 1200]) {
      const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.goto(pathToFileURL(other).href);
      await page.evaluate(AXE);
      const found = await page.evaluate(
        '(async () => (await axe.run()).violations.map((each) => [each.id, ...each.nodes.map((node) => node.html)]))()',
      );
      expect(found).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
      await context.close();
    }
  });

  test('prints every question with the condition under which it is answered', async () => {
    const { page } = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page, 'q3')).toBe(true);
    expect(await page.locator('.role-paper').first().isVisible()).toBe(true);
    expect(await page.locator('[data-action="save"]').isVisible()).toBe(false);
  });
});
