/** What marked-up versions must say in every format, in black and white as well as in colour. */
import { readFileSync } from 'node:fs';
import type { BlockContent, ListItem, PhrasingContent, TableRow } from 'mdast';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/formats/html.ts';
import { toMarkdown } from '../../../src/formats/md.ts';
import { emitTypst } from '../../../src/formats/pdf/emit.ts';
import type { BlockChange, Document, Section } from '../../../src/model/document.ts';
import { documentOf, META, numbered, p, section, words } from './sample-document.ts';

const PLAIN = { style: { ...META.style, cover: false, contents: false } };

async function page(document: Document): Promise<string> {
  const bytes = await html.render(document, {
    picture: async () => undefined,
    shipped: async (path) => readFileSync(new URL(`../../../templates/${path}`, import.meta.url)),
    shippedIn: async () => [],
    settings: {},
    report: () => undefined,
  });
  return new TextDecoder().decode(bytes);
}

function typst(document: Document): string {
  return emitTypst(document, { stacks: { serif: ['Noto Serif'], sans: ['Noto Sans'], mono: ['DejaVu Sans Mono'] } })
    .main;
}

function withBlocks(...blocks: BlockContent[]): Document {
  return documentOf([section('Title', undefined, blocks)], PLAIN);
}

const GONE: BlockChange = { kind: 'deleted', change: 'c1' };

function row(first: PhrasingContent, data?: TableRow['data']): TableRow {
  const cells = [first, words('x')].map((cell) => ({ type: 'tableCell' as const, children: [cell] }));
  return { type: 'tableRow', children: cells, ...(data !== undefined && { data }) };
}

describe('a passage that is gone', () => {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    data: { label: '(b)', change: GONE },
    children: [p(['Old item'])],
  };
  const document = withBlocks(
    p(['Old words'], { label: 'former 3.', change: GONE }),
    { type: 'list', ordered: true, spread: false, children: [item] },
    { type: 'recommendation', data: { label: 'former 2', change: GONE }, children: [p(['Old advice'])] },
  );

  it('has its number struck in HTML', async () => {
    const text = await page(document);
    expect(text).toMatch(/<del><span class="number">former 3\.<\/span><\/del>/u);
    expect(text).toMatch(/<del><span class="number">\(b\)<\/span><\/del>/u);
    expect(text).toContain('<del>Recommendation (former 2)</del>');
  });

  it('has its number struck in Markdown', () => {
    const text = toMarkdown(document);
    expect(text).toContain('<del>former 3.</del> <del>Old words</del>');
    expect(text).toContain('<del>(b)</del> <del>Old item</del>');
    expect(text).toContain('<del>**Recommendation (former 2)**</del>');
  });
});

describe('a table', () => {
  const table = (rows: TableRow[], change?: BlockChange): BlockContent => ({
    type: 'table',
    children: rows,
    ...(change !== undefined && { data: { change } }),
  });

  it('has bars beside the rows that changed, and beside those alone', () => {
    const insertion: PhrasingContent = { type: 'insertion', children: [words('new')] };
    const inserted = { change: { kind: 'inserted', change: 'c2' } } as const;
    const edited = { kind: 'edited', change: 'c2' } as const;
    const source = typst(
      withBlocks(table([row(words('head')), row(words('same')), row(insertion), row(words('n'), inserted)], edited)),
    );
    const lines = source.split('\n').filter((line) => line.startsWith('cell('));
    expect(source).toContain('bars:(2,3,)');
    expect(source).not.toContain('bar:true),(');
    expect(lines.map((line) => line.includes('bar:true'))).toEqual([false, true, true]);
  });

  it('has one bar beside all of it where all of it changed', () => {
    expect(typst(withBlocks(table([row(words('head')), row(words('a'))], GONE)))).toMatch(
      /#sheet\(\([^\n]*bar:true\),\(/u,
    );
  });
});

describe('the legend', () => {
  const document = withBlocks(p([{ type: 'insertion', children: [words('new')] }]));

  it('shows moved text in the looks of moved text, and what was moved away struck', async () => {
    const text = await page(document);
    expect(text).toMatch(/<ins [^>]*class="moved">\s*<p>Text that moved here/u);
    expect(text).toMatch(/<del [^>]*class="moved">\s*<p>Text that moved away/u);
    expect(typst(document)).toContain('dressed("moved-to","Text that moved here');
    expect(typst(document)).toContain('dressed("moved-from","Text that moved away');
  });

  it('speaks of no bar in Markdown, which has none', () => {
    const text = toMarkdown(document);
    expect(text).toContain('Text that moved here');
    expect(text).not.toMatch(/\bbar\b|double/u);
  });

  it('is not repeated where a document brings its own, nor listed in the contents', async () => {
    const own: Section = {
      ...section('My key', undefined, [p(['As usual.'])]),
      part: 'front',
      numbered: false,
      data: { role: 'legend' },
    };
    const marked = { ...document, root: { ...document.root, children: [own, ...document.root.children] } };
    for (const text of [await page(marked), toMarkdown(marked), typst(marked)]) {
      expect(text).toContain('My key');
      expect(text).not.toContain('How to read the changes');
    }
    expect(typst(marked)).not.toContain('#hd((level:1),"My key")');
  });

  it('is left out of a clean version', () => {
    expect(typst(withBlocks(p(['Clean.'])))).not.toContain('#key(');
  });
});

describe('a footnote that moved text and its former place share', () => {
  it('is not struck', () => {
    const mark: PhrasingContent = { type: 'footnoteReference', identifier: 'n' };
    const source = (last: BlockChange): string =>
      typst(
        documentOf(
          [
            section('T', undefined, [
              p(['Old', mark], { change: { kind: 'moved-from', change: 'c1' } }),
              p(['New', mark], { change: last }),
              { type: 'footnoteDefinition', identifier: 'n', children: [p(['See there.'])] },
            ]),
          ],
          PLAIN,
        ),
      );
    expect(source({ kind: 'moved-to', change: 'c1' })).toContain('fn((id:"f:1"),"See there.")');
    expect(source(GONE)).toContain('dressed-note("moved-from","See there.")');
  });
});

describe('the other end of a change', () => {
  it.each([
    ['split', 'split from paragraph 3'],
    ['merged', 'merged with paragraph 3'],
    ['moved-to', 'moved from paragraph 3'],
  ] as const)('is named where a passage was %s', async (kind, note) => {
    const document = withBlocks(p(['Words'], { change: { kind, change: 'c1', counterpartLabel: 'paragraph 3' } }));
    expect(await page(document)).toContain(`<span class="move-note">[${note}]</span>`);
    expect(toMarkdown(document)).toContain(`\\[${note}\\] `);
    expect(typst(document)).toContain(`note:"${note}"`);
  });
});

describe('brackets and agreed language', () => {
  const document = withBlocks(
    p([
      { type: 'bracket', by: 'Group A', children: [words('may')] },
      { type: 'agreed', source: 'The Convention', sourceTag: 'CRC', children: [words('best interests')] },
      { type: 'agreed', source: 'key-of-a-resource', children: [words('no harm')] },
    ]),
  );

  it('name who holds the brackets and where words were agreed, in every format', async () => {
    const text = await page(document);
    expect(text).toContain('brackets by </span>Group A<');
    expect(text).toContain('from </span>CRC<');
    expect(toMarkdown(document)).toContain('\\[may\\] <sup>Group A</sup>best interests <sup>CRC</sup>no harm');
    expect(typst(document)).toContain(
      'open((by:"Group A"),"may"),agreed((source:"CRC"),"best interests"),agreed((:),"no harm")',
    );
  });

  it('never print the key of a resource, though who points at the words is told', async () => {
    expect(await page(document)).toContain('title="Agreed language from key-of-a-resource"');
    expect(toMarkdown(document)).not.toContain('key-of-a-resource');
    expect(typst(document)).not.toContain('key-of-a-resource');
  });
});

describe('numbered things', () => {
  it('have no dangling full stop without a caption', async () => {
    const figure: BlockContent = { type: 'figure', url: 'a.png', alt: 'A', data: { label: '1' }, children: [] };
    expect(typst(withBlocks(figure))).toMatch(/"Figure 1"\)/u);
    expect(toMarkdown(withBlocks(figure))).toMatch(/^Figure 1$/mu);
    expect(await page(withBlocks(figure))).toContain('<figcaption>Figure 1</figcaption>');
  });

  it('can be linked to in Markdown, whatever they are', () => {
    const link = (target: string): PhrasingContent => ({
      type: 'crossReference',
      target,
      own: false,
      children: [words('there')],
    });
    const item: ListItem = { type: 'listItem', spread: false, data: { id: 'i-1' }, children: [p(['Item'])] };
    const text = toMarkdown(
      withBlocks(
        p([link('t-1'), link('b-1'), link('i-1'), link('q-1'), link('c-1')]),
        { type: 'table', data: { id: 't-1', label: '1', caption: 'Things' }, children: [row(words('a'))] },
        { type: 'box', title: 'Box', data: { id: 'b-1' }, children: [p(['In it.'])] },
        { type: 'list', ordered: false, spread: false, children: [item] },
        { type: 'blockquote', data: { id: 'q-1' }, children: [p(['Said.'])] },
        { type: 'code', value: 'x', data: { id: 'c-1' } },
      ),
    );
    for (const id of ['t-1', 'b-1', 'i-1', 'q-1', 'c-1']) {
      expect(text.split(`<a id="${id}"></a>`)).toHaveLength(2);
      expect(text).toContain(`[there](#${id})`);
    }
    expect(text).toContain('- <a id="i-1"></a>Item');
    expect(text).toContain('<a id="t-1"></a>**Table 1. Things**');
  });
});

describe('pages', () => {
  const generated = (part: Section['part']): Section => ({
    ...section('Acronyms', undefined, [p(['UN'])]),
    part,
    numbered: false,
    data: { role: 'generated' },
  });
  const breaks = (...parts: Section[]): number =>
    typst(documentOf(parts, { style: { ...META.style, cover: true } })).split('#part()').length - 1;

  it('do not begin with generated parts, which may be short', () => {
    const written: Section = { ...section('Foreword', undefined, [p(['Dear reader'])]), part: 'front' };
    const body = section('Body', 'I', [numbered('1', ['Text'])]);
    expect(breaks(generated('front'), body, generated('annex'))).toBe(0);
    expect(breaks(written, body)).toBe(1);
  });
});
