import { readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import type { BlockContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/formats/html.ts';
import { md } from '../../../src/formats/md.ts';
import { pdf } from '../../../src/formats/pdf.ts';
import type { DocumentMeta, FieldGroup, FormField } from '../../../src/model/document.ts';
import { testAssets } from './pdf/shipped.ts';
import { documentOf, META, section, words } from './sample-document.ts';

const CHOICES = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second <b>' },
];

function field(kind: FormField['kind'], more: Partial<FormField> = {}): FormField {
  return { type: 'formField', name: `f-${kind}`, kind, choices: CHOICES, children: [words(`A ${kind}`)], ...more };
}

function asked(children: BlockContent[], more: Partial<FieldGroup> = {}): FieldGroup {
  return { type: 'fieldGroup', name: 'q1', kind: 'question', children, ...more };
}

const KINDS = ['text', 'paragraph', 'check', 'choice', 'choices', 'number', 'date'] as const;
const FIELDS = [...KINDS.map((kind) => field(kind)), field('matrix', { rows: [{ value: 'r', label: 'Row' }] })];
const FORM = { questionnaire: 'children-first', group: 'children', round: 'first' };

function formOf(blocks: BlockContent[], meta: Partial<DocumentMeta> = {}) {
  return documentOf([section('Questions', undefined, blocks)], { form: FORM, ...meta });
}

const styled = (reading: 'large-print' | 'easy-read'): Partial<DocumentMeta> => ({
  style: { ...META.style, cover: false, contents: false, reading },
});

async function written(document: ReturnType<typeof formOf>, format: typeof html) {
  const assets = testAssets({});
  const page = {
    ...assets,
    shipped: async (path: string) => readFileSync(new URL(`../../../templates/${path}`, import.meta.url)),
  };
  const text = Buffer.from(await format.render(document, format === html ? page : assets)).toString(
    format === pdf ? 'latin1' : 'utf8',
  );
  return { text, checks: assets.findings.map(({ check }) => check) };
}

describe('a form as a page', () => {
  it('has a label for every field, words for who listens alone where the heading says them already', async () => {
    const { text } = await written(formOf([asked([field('text', { named: true, required: true })])]), html);
    expect(text).toContain('<label for="field-f-text" class="unseen">A text<span class="required"> (required)</span>');
    expect(text).toContain('<p class="required" aria-hidden="true">(required)</p>');
  });

  it('lets only its own script run, which the policy knows by its hash; other pages have none', async () => {
    const form = await written(formOf(FIELDS), html);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u;
    expect(policy.exec(form.text)?.[1]).toMatch(/script-src (?:'|&#x27;)sha256-[A-Za-z0-9+/]{43}=(?:'|&#x27;);/u);
    const page = await written(documentOf([section('Questions', undefined, FIELDS)]), html);
    expect(page.text).not.toContain('<script');
    expect(page.text).not.toContain('script-src');
  });

  it('keeps what a condition holds as data, never as markup', async () => {
    const shownIf = { kind: 'compare', question: 'q"><script>', operator: '=', value: '</div>' };
    const { text } = await written(formOf([asked([field('text')], { shownIf })]), html);
    const scripts = JSON.stringify(fromHtml(text)).match(/"tagName":"script"/gu);
    expect(scripts).toHaveLength(1);
    expect(text).toContain('data-shown-if="');
  });
});

describe('a form as a PDF', () => {
  it('is PDF/UA in every style, with every kind of field, on paper and on the screen', async () => {
    for (const meta of [{}, styled('large-print'), styled('easy-read')]) {
      const { text, checks } = await written(formOf([asked(FIELDS), asked(FIELDS, { kind: 'repeat' })], meta), pdf);
      expect(checks).toEqual([]);
      expect(text).toContain('pdfuaid:part');
      expect(text).toContain('/AcroForm');
      expect(text).not.toContain('penholder-field');
    }
  });

  it('can be filled in where the other compiler sets it', async () => {
    const assets = testAssets({}, { pdf: 'wasm' });
    const text = Buffer.from(await pdf.render(formOf(FIELDS), assets)).toString('latin1');
    expect(text).toContain('/AcroForm');
    expect(text.match(/\/S \/Form/gu)).toHaveLength(11);
  });

  it('gives room to write and no fields where nobody fills it in on a screen', async () => {
    const { text } = await written(documentOf([section('Questions', undefined, FIELDS)]), pdf);
    expect(text).not.toContain('/AcroForm');
  });
});

describe('a form as Markdown', () => {
  it('has squares, lines and tables to fill in', async () => {
    const { text } = await written(formOf([field('matrix', { rows: [{ value: 'r', label: 'A | B' }] })]), md);
    expect(text).toContain('|  | First | Second \\<b> |');
    expect(text).toContain('| A \\| B | ☐ | ☐ |');
  });
});
