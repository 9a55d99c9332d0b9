import type { BlockContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { createPdfSession } from '../../../src/formats/pdf/compiler.ts';
import { pdf } from '../../../src/formats/pdf.ts';
import type { Document } from '../../../src/model/document.ts';
import { SVG, testAssets } from './pdf/shipped.ts';
import { DRAFT, documentOf, MARKED_UP, META, p, section } from './sample-document.ts';

const forced = process.env.PENHOLDER_PDF === undefined ? {} : { pdf: process.env.PENHOLDER_PDF };
const PICTURES = { 'images/flow.png': SVG };

async function rendered(document: Document, pictures: Readonly<Record<string, string>> = PICTURES) {
  const assets = testAssets(pictures, forced);
  const bytes = await pdf.render(document, assets);
  return { bytes, text: Buffer.from(bytes).toString('latin1'), checks: assets.findings.map(({ check }) => check) };
}

describe('pdf', () => {
  it('sets every type of node as a tagged PDF', async () => {
    const { text, checks } = await rendered(DRAFT);
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(/\/Lang\s*\(en\)/u);
    expect(checks.filter((check) => check !== 'pdf/not-checked')).toEqual(['pdf/heading-level', 'pdf/picture-missing']);
  });

  it.skipIf(forced.pdf === 'wasm')('conforms to PDF/UA-1, marked-up versions with line numbers too', async () => {
    const numbered = {
      ...MARKED_UP,
      meta: { ...MARKED_UP.meta, style: { ...MARKED_UP.meta.style, lineNumbers: true } },
    };
    for (const document of [DRAFT, MARKED_UP, numbered]) {
      const { text, checks } = await rendered(document);
      expect(checks).not.toContain('pdf/not-checked');
      expect(text).toContain('pdfuaid:part');
    }
  });

  it('gives the same bytes for the same Document, warm or cold', async () => {
    const session = createPdfSession(testAssets(PICTURES, forced));
    const first = await session.render(DRAFT);
    const second = await session.render(DRAFT);
    const cold = await rendered(DRAFT);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(cold.bytes))).toBe(0);
  });

  it('mirrors Arabic and needs no other font for its own words', async () => {
    const arabic = documentOf([section('مقدمة', undefined, [p(['يولد جميع الناس أحراراً.'])])], {
      language: 'ar',
      direction: 'rtl',
      title: 'مذكرة',
    });
    expect((await rendered(arabic)).checks.filter((check) => check !== 'pdf/not-checked')).toEqual([]);
  });

  it('names the characters that no font has, where they stand, and sets a mark in their place', async () => {
    const position = { start: { line: 7, column: 1 }, end: { line: 7, column: 9 } };
    const korean = documentOf([
      section('T', undefined, [{ ...p([{ type: 'text', value: '한국', position }]), position }]),
    ]);
    const assets = testAssets({}, forced);
    await pdf.render(korean, assets);
    const finding = assets.findings.find(({ check }) => check === 'pdf/characters-missing');
    expect(finding?.message).toContain('Korean characters: 한 (U+D55C), 국 (U+AD6D)');
    expect(finding?.place).toEqual({ file: 'drafts/10-scope.md', line: 7, column: 1 });
  });

  it('says which package has Chinese', async () => {
    const assets = testAssets({}, forced);
    await pdf.render(documentOf([section('引言', undefined, [p(['人人生而自由。'])])]), assets);
    expect(assets.findings.find(({ check }) => check === 'pdf/characters-missing')?.hint).toContain(
      '@embedpdf/fonts-sc',
    );
  });

  it.each([
    ['is missing', {}],
    ['is no picture', { 'images/flow.png': 'not a picture' }],
    ['is broken', { 'images/flow.png': `${SVG.slice(0, 60)}` }],
  ])('sets the description of a picture that %s', async (_, pictures) => {
    const { checks } = await rendered(DRAFT, pictures);
    expect(checks).toContain('pdf/picture-missing');
  });

  it('runs nothing that a text holds', async () => {
    const hostile = [
      '#import "/settings.typ": *',
      '#eval("1/0")',
      '#read("/etc/passwd")',
      '$x$',
      '`',
      '"',
      '\\',
      '*/',
      '\u0000',
    ];
    const document = documentOf(
      [
        section(
          hostile.join(' '),
          undefined,
          hostile.map((text) => p([text])),
        ),
      ],
      {
        ...META,
        title: hostile.join(' '),
        attachments: [
          { name: '../x"#.md', mediaType: 'text/markdown', bytes: new Uint8Array([35]), description: '#eval' },
        ],
      },
    );
    expect((await rendered(document)).text.startsWith('%PDF')).toBe(true);
  });

  it('serves without the native compiler, and says what it can not promise', async () => {
    const assets = testAssets(PICTURES, { pdf: 'wasm' });
    const bytes = await pdf.render(DRAFT, assets);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(assets.findings.find(({ check }) => check === 'pdf/not-checked')?.severity).toBe('info');
  });
});

describe('what a typesetter could not bear', () => {
  it.each([
    ['no space for 100,000 letters', 'я'.repeat(100_000)],
    ['unbroken spaces', `a${'\u00a0'.repeat(100_000)}b`],
    ['a heap of marks', `a${'\u0301'.repeat(20_000)}`],
    ['a chain of joined consonants', '\u0915\u094d'.repeat(500)],
  ])('is set all the same: %s', async (_, text) => {
    const { bytes } = await rendered(documentOf([section('T', undefined, [p([text])])]));
    expect(bytes.length).toBeGreaterThan(1000);
  });

  it('leaves out enclosed files that are empty', async () => {
    const attachment = { name: 'empty.md', mediaType: 'text/markdown', description: 'Empty', bytes: new Uint8Array() };
    const { text } = await rendered(documentOf([section('T', undefined, [p(['a'])])], { attachments: [attachment] }));
    expect(text).not.toContain('empty.md');
  });

  it('sets quotes in quotes in quotes, and says where it stops', async () => {
    const quoted = (depth: number): BlockContent =>
      depth === 0 ? p(['innermost']) : { type: 'blockquote', children: [quoted(depth - 1)] };
    const { bytes, checks } = await rendered(documentOf([section('T', undefined, [quoted(30)])]));
    expect(bytes.length).toBeGreaterThan(1000);
    expect(checks).toContain('pdf/nesting');
  });
});
