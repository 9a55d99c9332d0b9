import { describe, expect, test } from 'vitest';
import { html } from '../../../src/formats/html.ts';
import type { ExplorerEmbed } from '../../../src/model/explorer-words.ts';
import { explorer } from '../../../src/reports/explorer.ts';
import { PAGE_ASSETS } from '../../deep/browser.ts';
import { explorerContext, noteOf, sampleContext, workspaceOf } from '../reports/sample-explorer.ts';

async function pageOf(context = sampleContext()): Promise<string> {
  const { document } = explorer.build(context, {});
  return new TextDecoder().decode(await html.render(document, PAGE_ASSETS));
}

function carried(page: string): ExplorerEmbed {
  const [, json = ''] = /<script type="application\/json" id="doc-x-data">(.*?)<\/script>/su.exec(page) ?? [];
  return JSON.parse(json) as ExplorerEmbed;
}

const HOSTILE = '</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\u2028';

describe('the page of an explorer', () => {
  test('carries its data so that none of it can become markup', async () => {
    const response = { decision: 'noted' as const, reason: HOSTILE, passages: ['p-one'] };
    const context = explorerContext(
      ['# One\n\nText. ^p-one'],
      workspaceOf([noteOf('hostile', [{ text: HOSTILE, response }], { from: '<b>Us</b>' })]),
    );
    const page = await pageOf(context);
    expect(page.match(/<script/gu)).toHaveLength(2);
    expect(page).not.toMatch(/<img|<script>alert/u);
    expect(carried(page).data.inputs[0]).toMatchObject({ text: HOSTILE, reason: HOSTILE, from: '<b>Us</b>' });
  });

  test('lets nothing run but its script, and nothing be loaded', async () => {
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/u.exec(await pageOf()) ?? [];
    const plain = policy.replaceAll('&#x27;', "'").replace(/'sha256-[^']+'/u, 'HASH');
    expect(plain).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src HASH; base-uri 'none'; form-action 'none'",
    );
  });

  test('writes dates out, and leads to passages under the names they have in the page', async () => {
    const context = explorerContext(
      ['# One\n\nText. ^doc-x-list'],
      workspaceOf([
        noteOf('plain', [{ text: 'Said.', response: { decision: 'noted', reason: 'R.', passages: ['doc-x-list'] } }]),
      ]),
    );
    const page = await pageOf(context);
    const { data } = carried(page);
    expect(data.inputs[0]?.on).toBe('14 September 2022');
    expect(data.passages[0]).toMatchObject({ id: 'doc-x-list', anchor: 'at-doc-x-list' });
    expect(page.match(/ id="doc-x-list"/gu)).toHaveLength(1);
    expect(page).toContain(' id="at-doc-x-list"');
    expect(page).toContain('<a href="#at-doc-x-list">');
  });

  test('offers to choose only by what inputs have', async () => {
    const page = await pageOf();
    const values = (name: string) => {
      const [, options = ''] = new RegExp(`id="doc-x-by-${name}">(.*?)</select>`, 'su').exec(page) ?? [];
      return [...options.matchAll(/value="([^"]*)"/gu)].map(([, value]) => value);
    };
    expect(values('kind')).toEqual(['', 'gap', 'recommendation', 'comment']);
    expect(values('decision')).toEqual(['', '-', 'accepted', 'not-accepted', 'together']);
  });

  test('is the same for the same workspace', async () => {
    expect(await pageOf()).toBe(await pageOf());
  });

  test('gives of very many inputs the beginning to browsers without scripts', async () => {
    const long = `${'word '.repeat(60)}end`;
    const notes = Array.from({ length: 41 }, (_, at) =>
      noteOf(
        `note-${at}`,
        Array.from({ length: 50 }, () => ({ text: long })),
      ),
    );
    const page = await pageOf(explorerContext(['# One\n\nText. ^p-one'], workspaceOf(notes)));
    const [plain = ''] = /<noscript>.*<\/noscript>/su.exec(page) ?? [];
    expect(plain.match(/<li>/gu)).toHaveLength(2050);
    expect([plain.includes('word end'), plain.includes('…')]).toEqual([false, true]);
  });
});
