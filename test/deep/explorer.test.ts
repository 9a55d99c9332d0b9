import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { type ExplorerContext, explorerData } from '../../src/reports/explorer/data.ts';
import { explorer } from '../../src/reports/explorer.ts';
import { emptyFolder, penholder } from '../commands/program.ts';
import { explorerContext, largeContext, noteOf, sampleContext, workspaceOf } from '../unit/reports/sample-explorer.ts';
import { AXE, hasBrowser, openBrowser, PAGE_ASSETS } from './browser.ts';

const HAS_BROWSER = hasBrowser('The explorer was not tried');

const WIDE = { width: 1440, height: 900 };
const LAPTOP = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };

const AR_ZERO = `# النطاق

ينبغي للكيانات أن تسأل الأطفال أولا. ^p-one

تقدم الكيانات تقريرا كل سنة. ^p-two
`;
const AR_SECOND = AR_ZERO.replace('ينبغي', 'يجب');
const arabic = explorerContext(
  [AR_ZERO, AR_SECOND],
  workspaceOf([
    noteOf('europe', [
      {
        text: 'اسألونا أولا.',
        kinds: ['gap'],
        language: 'ar',
        response: { decision: 'accepted', reason: 'نعم.', passages: ['p-one'] },
      },
      { text: 'Ask us, too.', language: 'en' },
    ]),
  ]),
  { language: 'ar' },
);

describe.skipIf(!HAS_BROWSER)('the explorer in Chromium', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'penholder-explorer-'));
  const file = (name: string) => join(folder, `${name}.html`);

  async function write(name: string, context: ExplorerContext): Promise<void> {
    writeFileSync(file(name), await html.render(explorer.build(context, {}).document, PAGE_ASSETS));
  }

  beforeAll(async () => {
    browser = await openBrowser();
    await write('sample', sampleContext());
    await write('arabic', arabic);
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function open(options: Parameters<Browser['newContext']>[0] = {}, hash = '', name = 'sample') {
    const context = await browser.newContext({ viewport: WIDE, ...options });
    const page = await context.newPage();
    const [said, requests]: [string[], string[]] = [[], []];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file(name)).href + hash);
    return { page, said, requests };
  }

  const items = (page: Page) => page.locator('#doc-x-list > li:visible');
  const count = (page: Page) => page.locator('#doc-x-count').textContent();
  const details = (page: Page) => page.locator('#doc-x-details-body');
  const address = (page: Page) => page.evaluate('decodeURIComponent(location.hash)');
  const focused = (page: Page) =>
    page.evaluate(
      'document.activeElement?.id || document.activeElement?.dataset.passage || document.activeElement?.dataset.item',
    );

  describe('a passage and an input', () => {
    test('lead to each other', async () => {
      const { page, said, requests } = await open();
      await page.locator('.doc-x-mark[data-passage="p-consult"]').click();
      expect(await details(page).locator('[data-item]').allTextContents()).toHaveLength(2);
      expect(await details(page).textContent()).toContain('It binds now.');
      await details(page).locator('[data-item="first/africa#i1"]').click();
      expect(await details(page).locator('h3').textContent()).toBe('first/africa#i1');
      expect(await details(page).textContent()).toContain('<script>alert(1)</script>');
      expect(await address(page)).toBe('#first/africa#i1');
      await details(page).locator('[data-go="p-consult"]').click();
      expect(await address(page)).toBe('#p-consult');
      expect(await page.locator('#doc-x-text .doc-x-current').textContent()).toContain('Entities shall consult');
      expect(said).toEqual([]);
      expect(requests).toHaveLength(1);
    });

    test('can be linked to, and gone back from', async () => {
      const { page } = await open({}, '#p-fund');
      expect(await details(page).locator('h3').textContent()).toBe('Means, paragraph 3');
      await page.locator('#doc-x-list [data-item="second/jurists#i1"]').click();
      expect(await details(page).locator('h3').textContent()).toBe('second/jurists#i1');
      expect(await details(page).textContent()).toContain('no longer in the text; last in: Zero draft');
      await page.goBack();
      expect(await details(page).locator('h3').textContent()).toBe('Means, paragraph 3');
    });

    test('tell how a passage came to be, with the reasons', async () => {
      const { page } = await open({}, '#p-consult');
      const steps = await details(page).locator('.doc-x-life').allTextContents();
      expect(steps).toHaveLength(2);
      expect(steps[0]).toContain('Zero draft → Second draft');
      const marks = await details(page).locator('.doc-x-life >> nth=0').locator('ins, del').allTextContents();
      expect(marks).toEqual(['[deleted: should]', '[inserted: shall]']);
      expect(await details(page).locator('.doc-x-why [data-go="first/africa#i1"]').count()).toBeGreaterThan(0);
    });
  });

  describe('filters', () => {
    test.each([
      ['group', 'experts', ['second/jurists#i1']],
      ['round', 'second', ['second/jurists#i1']],
      ['kind', 'gap', ['first/africa#i1', 'first/africa#i3']],
      ['code', 'pillar/peace', ['first/africa#i1']],
      ['decision', '-', ['first/africa#i2']],
      ['decision', 'together', ['first/africa#i3']],
    ])('by %s: %s', async (name, value, refs) => {
      const { page } = await open();
      await page.selectOption(`#doc-x-by-${name}`, value);
      await expect.poll(() => count(page)).toBe(`Inputs shown: ${refs.length} of 5`);
      expect(await items(page).locator('.doc-x-ref').allTextContents()).toEqual(refs);
      expect(await address(page)).toBe(`#?${name}=${value.replace('/', '/')}`);
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await count(page)).toBe('Inputs shown: 5 of 5');
    });

    test('by words, and together; what was chosen stands in the address', async () => {
      const { page } = await open({}, '#?search=ask&kind=gap');
      expect(await items(page).locator('.doc-x-ref').allTextContents()).toEqual(['first/africa#i1', 'first/africa#i3']);
      await page.fill('#doc-x-by-search', 'resume jurists');
      await page.selectOption('#doc-x-by-kind', '');
      await expect.poll(() => count(page)).toBe('Inputs shown: 1 of 5');
      await page.fill('#doc-x-by-search', 'nobody said so');
      await expect.poll(() => page.locator('#doc-x-none').isVisible()).toBe(true);
    });

    test('leave the marks of passages with which those inputs are answered', async () => {
      const { page } = await open();
      expect(await page.locator('.doc-x-mark:visible').count()).toBe(3);
      await page.selectOption('#doc-x-by-code', 'pillar/peace');
      await expect.poll(() => page.locator('.doc-x-mark:visible').count()).toBe(1);
      expect(await page.locator('.doc-x-mark:visible').getAttribute('title')).toBe('Inputs: 1. Changes: 2');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await page.locator('.doc-x-mark:visible').count()).toBe(3);
    });

    test('list changes without a reason', async () => {
      const { page } = await open();
      await page.selectOption('#doc-x-by-list', 'unexplained');
      await expect.poll(() => count(page)).toBe('Changes without a reason: 1');
      expect(await items(page).first().textContent()).toContain('Civil society reaches children');
    });
  });

  describe('changes between two stages', () => {
    test('give back both wordings, whichever stages are compared', async () => {
      const data = explorerData(sampleContext());
      for (const { from, to, changes } of data.redlines) {
        const { page } = await open({}, `#?view=redline&from=${from}&to=${to}&changed=no`);
        const shown = await page.locator('.doc-x-change > p:nth-child(2)').evaluateAll((nodes) =>
          nodes.map((node) => {
            const side = (gone: string) => {
              const copy = node.cloneNode(true) as unknown as {
                querySelectorAll: (selector: string) => Iterable<{ remove: () => void }>;
                textContent: string;
              };
              for (const other of copy.querySelectorAll(`${gone}, .unseen`)) other.remove();
              return copy.textContent;
            };
            return [side('ins'), side('del')];
          }),
        );
        const wanted = changes.map(({ runs }) => {
          const side = (sign: string) =>
            typeof runs === 'number'
              ? data.texts[runs]
              : runs.flatMap((run) => (run.startsWith(sign) ? [] : [run.slice(1)])).join('');
          return [side('+'), side('-')];
        });
        expect(shown).toEqual(wanted);
        await page.close();
      }
    });

    test('are chosen with two fields, and a change leads to its inputs', async () => {
      const { page } = await open();
      await page.selectOption('#doc-x-view', 'redline');
      expect(await page.locator('.doc-x-change:visible').count()).toBe(3);
      await page.selectOption('#doc-x-from', 'zero');
      expect(await page.inputValue('#doc-x-to')).toBe('advanced');
      await page.locator('.doc-x-change [data-go="p-consult"]').click();
      expect(await details(page).locator('h3').textContent()).toBe('Duties, paragraph 1');
      expect(await page.locator('#doc-x-redline').isVisible()).toBe(true);
      await page.uncheck('#doc-x-changed');
      expect(await address(page)).toBe('#p-consult?view=redline&from=zero&to=advanced&changed=no');
      await page.selectOption('#doc-x-view', 'text');
      expect(await page.locator('#doc-x-text').isVisible()).toBe(true);
    });
  });

  describe('the keyboard', () => {
    test('goes through passages, inputs and details, and back', async () => {
      const { page } = await open();
      await page.keyboard.press('j');
      expect(await focused(page)).toBe('p-consult');
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('p-report');
      await page.keyboard.press('k');
      await page.keyboard.press('Enter');
      expect(await details(page).locator('h3').textContent()).toBe('Duties, paragraph 1');
      expect(await focused(page)).toBe('p-consult');
      expect(await page.locator('#doc-x-said').textContent()).toBe('Duties, paragraph 1. Inputs: 2. Changes: 2');
      await page.keyboard.press('3');
      expect(await focused(page)).toBe('doc-x-details');
      await page.keyboard.press('Escape');
      expect(await focused(page)).toBe('p-consult');
      expect(await details(page).locator('h3').count()).toBe(0);
      await page.keyboard.press('/');
      await page.keyboard.type('ask');
      await expect.poll(() => count(page)).toBe('Inputs shown: 2 of 5');
      expect(await page.inputValue('#doc-x-by-search')).toBe('ask');
    });

    test('goes through a list with the arrows, one stop for the tab key', async () => {
      const { page } = await open();
      expect(await page.locator('#doc-x-list [data-item][tabindex="0"]').count()).toBe(1);
      await page.locator('#doc-x-list [data-item]').first().focus();
      for (const [key, item] of [
        ['ArrowDown', 'first/africa#i2'],
        ['End', 'first/withheld'],
        ['Home', 'first/africa#i1'],
        ['PageDown', 'first/withheld'],
        ['ArrowUp', 'second/jurists#i1'],
      ] as const) {
        await page.keyboard.press(key);
        expect(await focused(page), key).toContain(item);
      }
      expect(await page.locator('#doc-x-list [data-item][tabindex="0"]').count()).toBe(1);
    });

    test('shows its keys, and lets single ones be turned off', async () => {
      const { page } = await open();
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).isVisible()).toBe(true);
      await page.getByLabel('Single keys work').uncheck();
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      expect(await focused(page)).not.toBe('p-consult');
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').count()).toBe(0);
    });

    test('reaches the text first, by the way past all else', async () => {
      const { page } = await open();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('doc-content');
    });
  });

  test('a phone shows one part at a time, and keeps its place', async () => {
    const { page } = await open({ viewport: PHONE });
    expect(await page.locator('#doc-x-inputs').isVisible()).toBe(false);
    await page.locator('.doc-x-mark[data-passage="p-fund"]').click();
    expect([await page.locator('#doc-x-text').isVisible(), await focused(page)]).toEqual([false, 'doc-x-details']);
    await page.getByRole('button', { name: 'Close' }).click();
    expect([await page.locator('#doc-x-text').isVisible(), await focused(page)]).toEqual([true, 'p-fund']);
    await page.getByRole('button', { name: 'Inputs', exact: true }).click();
    await page.locator('#doc-x-list [data-item="first/africa#i1"]').click();
    await details(page).locator('[data-go="p-consult"]').click();
    expect(await page.locator('#doc-x-text .doc-x-current').isVisible()).toBe(true);
  });

  test('without scripts the text is shown, and a list of all inputs', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.getByText('Entities shall consult children').isVisible()).toBe(true);
    expect(await page.locator('.doc-x-plain li').first().isVisible()).toBe(true);
    expect(await page.locator('.doc-x-plain').textContent()).toContain('Ask us first. <script>alert(1)</script>');
    expect(await page.locator('.doc-x-plain li').count()).toBe(5);
    expect(await page.locator('button:visible, select:visible').count()).toBe(0);
    expect(await page.locator('.doc-x-plain a[href="#p-consult"]').count()).toBe(2);
  });

  test('on paper the text stands first, then the inputs that were chosen, and nothing of the screen', async () => {
    const { page } = await open({}, '#?kind=gap');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('#doc-x-print li').count()).toBe(2);
    expect(await page.locator('#doc-x-print').getByText('It binds now.').first().isVisible()).toBe(true);
    expect(await page.locator('#doc-x-text').isVisible()).toBe(true);
    expect(await page.locator('button:visible, select:visible, input:visible, aside:visible').count()).toBe(0);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('#doc-x-print li').count()).toBe(0);
  });

  test('the policy of the page lets only this script run, and nothing be loaded', async () => {
    const { page, said } = await open();
    const ran = await page.evaluate(`(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return 'ran' in window;
    })()`);
    expect([ran, said.some((line) => line.includes('Content Security Policy'))]).toEqual([false, true]);
    expect(await page.evaluate('fetch("https://example.org/").then(() => "loaded", () => "refused")')).toBe('refused');
  });

  test('an Arabic draft runs from right to left, what was said in English from left to right', async () => {
    const { page, said } = await open({}, '#p-one', 'arabic');
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
    const left = await page.locator('#doc-x-details').evaluate((node) => node.getBoundingClientRect().left);
    expect(left).toBe(0);
    expect(await page.locator('#doc-x-inputs-title').textContent()).toBe('المساهمات');
    expect(said).toEqual([]);
  });

  const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'as it opens': async () => undefined,
    'with a passage': (page) => page.locator('.doc-x-mark').first().click(),
    'with changes and a filter': async (page) => {
      await page.evaluate('location.hash = "#p-consult?view=redline&from=zero&to=second&changed=no&kind=gap"');
      await page.locator('.doc-x-change').first().waitFor();
    },
    'with an input': async (page) => {
      await page.evaluate('location.hash = "#first/africa%23i1?list=unexplained"');
      await page.evaluate('document.querySelector(\'[data-pane="details"]\').click()');
    },
    'with its keys': (page) => page.keyboard.press('?'),
  };
  const CASES = Object.keys(STATES).flatMap((state) =>
    [
      { state, name: 'sample', viewport: WIDE, colorScheme: 'light' as const },
      { state, name: 'sample', viewport: LAPTOP, colorScheme: 'dark' as const },
      { state, name: 'sample', viewport: PHONE, colorScheme: 'dark' as const },
      { state, name: 'arabic', viewport: WIDE, colorScheme: 'dark' as const },
      { state, name: 'arabic', viewport: PHONE, colorScheme: 'light' as const },
    ].map((one) => ({ ...one, width: one.viewport.width })),
  );

  test.each(CASES)(
    'axe finds nothing in the $name $state, $width wide, $colorScheme',
    async ({ state, name, ...options }) => {
      const { viewport, colorScheme } = options;
      const { page } = await open({ bypassCSP: true, viewport, colorScheme, reducedMotion: 'reduce' }, '', name);
      await STATES[state]?.(page);
      await page.evaluate(AXE);
      const found = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).join("\\n")))',
      );
      expect(found).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    },
  );

  test.each([
    [500, 5000],
    [500, 20000],
  ])('%i passages and %i inputs are there in less than two seconds', async (passages, inputs) => {
    await write('large', largeContext(passages, inputs));
    const bare = explorer.build(largeContext(passages, 50), {}).document;
    const { explorer: page, ...meta } = bare.meta;
    const text = { root: { type: 'root' as const, children: [...(page?.text ?? [])] }, meta };
    writeFileSync(file('bare'), await html.render(text, PAGE_ASSETS));
    const opened = async (name: string): Promise<number> => {
      const context = await browser.newContext({ viewport: WIDE });
      const tab = await context.newPage();
      await tab.goto(pathToFileURL(file(name)).href);
      const time = (await tab.evaluate(
        'new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))',
      )) as number;
      await context.close();
      return time;
    };
    // What else the machine does can only make it slower: the quickest of a few is the page's own time.
    const quickest = async (name: string) => {
      const all: number[] = [];
      for (let run = 0; run < 5; run += 1) all.push(await opened(name));
      return Math.min(...all);
    };
    const [alone, whole] = [await quickest('bare'), await quickest('large')];
    process.stderr.write(
      `${passages} passages, ${inputs} inputs: ${Math.round(whole)} ms, the text alone ${Math.round(alone)} ms\n`,
    );
    // A machine on which the text alone takes longer than half a second is given as much more.
    expect(whole).toBeLessThan(Math.max(2000, alone * 4));
    const { page: tab } = await open({}, '', 'large');
    await tab.fill('#doc-x-by-search', 'youth voice');
    await expect.poll(() => count(tab)).not.toBe(`Inputs shown: ${inputs} of ${inputs}`);
    expect(await items(tab).count()).toBeLessThanOrEqual(150);
  });

  test('the worked example is shown with all that is behind it', async () => {
    const root = emptyFolder();
    expect((await penholder(root, ['init', '--example', 'child-rights', 'example', '--yes'])).status).toBe(0);
    const { stderr } = await penholder(root, [
      '-C',
      'example',
      'report',
      'explorer',
      '--to',
      'html',
      '--out',
      file('example'),
    ]);
    const { page, said } = await open({ bypassCSP: true }, '', 'example');
    expect(await items(page).count(), stderr).toBeGreaterThan(20);
    expect(await page.locator('.doc-x-mark').count()).toBeGreaterThan(20);
    await page.locator('.doc-x-mark').first().click();
    await page.evaluate(AXE);
    const found = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0]?.html))',
    );
    expect([found, said]).toEqual([[], []]);
  });
});
