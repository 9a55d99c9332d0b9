import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/formats/html.ts';
import type { Assets } from '../../../src/model/contracts.ts';
import type { Document } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { DRAFT, documentOf, MARKED_UP, numbered, p, section } from './sample-document.ts';

const SVG = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>');

function assets(findings: Finding[] = []): Assets {
  return {
    picture: async (path) => (path.startsWith('images/') ? SVG : undefined),
    shipped: async (path) => readFileSync(new URL(`../../../templates/${path}`, import.meta.url)),
    shippedIn: async () => [],
    settings: {},
    report: (finding) => findings.push(finding),
  };
}

async function page(document: Document, findings: Finding[] = []): Promise<string> {
  return new TextDecoder().decode(await html.render(document, assets(findings)));
}

/** The page without its style sheet, which has no place in a case. */
async function body(document: Document): Promise<string> {
  return (await page(document)).replace(/<style>.*?<\/style>/su, '<style></style>');
}

describe('the HTML format', () => {
  test('writes a draft with every type of node as its case says', async () => {
    await expect(await body(DRAFT)).toMatchFileSnapshot('../../cases/formats/html/draft.html');
  });

  test('writes a marked-up version as its case says', async () => {
    await expect(await body(MARKED_UP)).toMatchFileSnapshot('../../cases/formats/html/marked-up.html');
  });

  test('gives the same bytes for the same document', async () => {
    expect(await page(DRAFT)).toBe(await page(DRAFT));
  });

  test('loads nothing and runs nothing', async () => {
    const text = await page(DRAFT);
    expect(text).not.toMatch(/<script|javascript:|@import|url\(|<link|<iframe|\son[a-z]+=/iu);
    for (const [, src] of text.matchAll(/\ssrc="([^"]*)"/gu)) expect(src).toMatch(/^data:image\//u);
  });

  test('says what it could not put into the page, and where', async () => {
    const findings: Finding[] = [];
    const missing = documentOf([
      section('One', 'I', [{ type: 'figure', url: 'gone.png', alt: 'A map', children: [] }]),
    ]);
    expect(await page(missing, findings)).toContain('[Picture: A map]');
    await page(DRAFT, findings);
    expect(findings.map(({ check, place }) => [check, place.file])).toEqual([
      ['html/missing-picture', 'drafts/10-scope.md'],
      ['html/remote-picture', 'drafts/10-scope.md'],
    ]);
  });

  test('gives every id once, and every link within the page a target', async () => {
    for (const document of [DRAFT, MARKED_UP]) {
      const text = await page(document);
      const ids = [...text.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, target] of text.matchAll(/\shref="#([^"]*)"/gu))
        expect(ids).toContain(decodeURIComponent(target ?? ''));
    }
  });

  test('keeps ids apart where two passages claim one', async () => {
    const text = await page(
      documentOf([section('One', 'I', [numbered('1', ['a'], 'p-x'), numbered('2', ['b'], 'p-x')])]),
    );
    expect(text).toContain('id="p-x"');
    expect(text).toContain('id="par-2"');
  });

  test('skips no rank of heading', async () => {
    const deep = documentOf([
      section('One', 'I', [{ type: 'heading', depth: 5, children: [{ type: 'text', value: 'Deep' }] }]),
    ]);
    expect(await page(deep)).toMatch(/<h3[^>]*>Deep<\/h3>/u);
  });

  test('mirrors a document that is written from right to left', async () => {
    const text = await page(documentOf([section('نطاق', 'أولا', [p(['نص'])])], { language: 'ar', direction: 'rtl' }));
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('انتقل إلى المحتوى');
  });

  test('shows words as words, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (words) => {
        const text = await page(
          documentOf([section('One', 'I', [p([`<${words}><script>alert(1)</script>`])])], { title: words }),
        );
        expect(text).not.toContain('<script');
      }),
      { numRuns: 50 },
    );
  });

  test('lets no title or notice out of the style sheet', async () => {
    const notice = '"; } body { display: none } </style><script>alert(1)</script>';
    const style = /<style>(.*?)<\/style>/su.exec(await page(documentOf([], { notice, title: notice })))?.[1] ?? '';
    expect(style).not.toContain('display: none }');
    expect(style).toContain('@bottom-left');
  });
});
