import fc from 'fast-check';
import type { BlockContent, FootnoteDefinition, PhrasingContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { createPdfSession } from '../../src/formats/pdf/compiler.ts';
import type { BlockChange } from '../../src/model/document.ts';
import { testAssets } from '../unit/formats/pdf/shipped.ts';
import { documentOf, META, section } from '../unit/formats/sample-document.ts';

const NOTES: FootnoteDefinition[] = ['a', 'b', 'c'].map((identifier) => ({
  type: 'footnoteDefinition',
  identifier,
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: `See ${identifier}, ` },
        { type: 'deletion', children: [{ type: 'text', value: 'there' }] },
      ],
    },
  ],
}));

const text = fc
  .array(fc.constantFrom('children', 'take', 'part', '(para. 3)', 'in', 'decisions;', '“quoted”', '#eval'), {
    minLength: 1,
    maxLength: 40,
  })
  .map((parts): PhrasingContent => ({ type: 'text', value: `${parts.join(' ')} ` }));

const mark = fc
  .constantFrom('a', 'b', 'c')
  .map((identifier): PhrasingContent => ({ type: 'footnoteReference', identifier }));

const { inline } = fc.letrec<{ inline: PhrasingContent }>((tie) => {
  const children = fc.array(tie('inline'), { minLength: 1, maxLength: 2 });
  const around = (type: 'emphasis' | 'strong' | 'insertion' | 'deletion' | 'delete' | 'bracket' | 'agreed') =>
    children.map((inner): PhrasingContent => ({ type, children: inner }));
  return {
    inline: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      text,
      mark,
      around('emphasis'),
      around('strong'),
      around('insertion'),
      around('deletion'),
      around('delete'),
      around('bracket'),
      around('agreed'),
      text.map((inner): PhrasingContent => ({ type: 'link', url: 'https://example.org/', children: [inner] })),
      text.map((inner): PhrasingContent => ({ type: 'crossReference', target: 'p-1', own: false, children: [inner] })),
    ),
  };
});

const change = fc.option(
  fc
    .constantFrom<BlockChange['kind']>('inserted', 'deleted', 'moved-to', 'moved-from', 'edited', 'split')
    .map((kind): { change: BlockChange } => ({
      change: { kind, change: 'c1', counterpart: 'p-1', counterpartLabel: 'paragraph 1' },
    })),
  { nil: {} },
);

const paragraph = fc
  .tuple(fc.array(inline, { minLength: 1, maxLength: 3 }), change)
  .map(([children, data]): BlockContent => ({ type: 'paragraph', children, data: { ...data, label: '7.' } }));

const { block } = fc.letrec<{ block: BlockContent }>((tie) => {
  const children = fc.array(tie('block'), { minLength: 1, maxLength: 2 });
  const cells = fc.array(text, { minLength: 1, maxLength: 3 });
  return {
    block: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      paragraph,
      fc.tuple(text, change, fc.constantFrom(1, 2, 3, 4)).map(
        ([inner, data, depth]): BlockContent => ({
          type: 'heading',
          depth: depth as 1 | 2 | 3 | 4,
          children: [inner],
          data: { ...data, label: 'A.' },
        }),
      ),
      fc.tuple(fc.array(children, { minLength: 1, maxLength: 4 }), fc.boolean(), change).map(
        ([items, ordered, data]): BlockContent => ({
          type: 'list',
          ordered,
          data,
          children: items.map((inner) => ({ type: 'listItem', children: inner })),
        }),
      ),
      fc.tuple(fc.array(cells, { minLength: 2, maxLength: 12 }), change).map(
        ([rows, data]): BlockContent => ({
          type: 'table',
          data,
          children: rows.map((row) => ({
            type: 'tableRow',
            children: row.map((cell) => ({ type: 'tableCell', children: [cell] })),
          })),
        }),
      ),
      fc
        .tuple(children, change)
        .map(([inner, data]): BlockContent => ({ type: 'box', title: 'A box', children: inner, data })),
      fc
        .tuple(children, change)
        .map(([inner, data]): BlockContent => ({ type: 'recommendation', for: 'All', children: inner, data })),
      fc.constant<BlockContent>({ type: 'thematicBreak' }),
      fc.constant<BlockContent>({ type: 'code', value: 'penholder: 1' }),
    ),
  };
});

const document = fc
  .tuple(fc.array(block, { minLength: 10, maxLength: 40 }), fc.boolean(), fc.constantFrom('a4', 'us-letter', 'a5'))
  .map(([blocks, lineNumbers, paper]) =>
    documentOf([section('Title', 'I', [...blocks, ...NOTES])], {
      style: { ...META.style, cover: false, textMarks: lineNumbers, lineNumbers, paper: paper as 'a4' },
    }),
  );

describe('any Document', () => {
  it('becomes a PDF that conforms to PDF/UA-1, wherever its pages break', async () => {
    const assets = testAssets();
    const session = createPdfSession(assets);
    await fc.assert(
      fc.asyncProperty(document, async (any) => {
        assets.findings.length = 0;
        await session.render(any);
        const told = assets.findings.filter(({ check }) => check === 'pdf/not-checked' || check === 'pdf/typesetting');
        expect(told.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 12, seed: 42, endOnFailure: true },
    );
  });
});
