import fc from 'fast-check';
import type { PhrasingContent } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { toMarkdown } from '../../src/formats/md.ts';
import { type AnyNode, walk } from '../../src/formats/tree.ts';
import type { DocumentMeta, Section } from '../../src/model/document.ts';
import { documentOf, META, p } from '../unit/formats/sample-document.ts';

const RUNS = Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 300);
const READER = remark().use(remarkGfm);

/** Pieces of text that mean something in Markdown, somewhere. */
const nasty = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '~',
    '~~',
    '[',
    ']',
    '](',
    '[^1]',
    '[x]: y',
    '!',
    '![',
    '<',
    '<b>',
    '</b>',
    '<!--',
  ],
  ...[
    '&amp;',
    '&#35;',
    '&',
    '#',
    '## ',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '12) ',
    '> ',
    '|',
    '---',
    '===',
    '\\',
    '\\!',
    ' ',
    '  ',
  ],
  ...[
    '\n',
    '$',
    '$$',
    ':-',
    '```',
    '~~~',
    'a',
    'word',
    'é',
    '儿童',
    'حق',
    '🙂',
    '“',
    '”',
    '(',
    ')',
    '.',
    ',',
    ':',
    '_a_b_',
  ],
  ...['https://example.org/a_b', 'www.example.org/*x*', 'a_b@example.org', 'http://x_', '\t', '\u00a0', '\r', '\u0000'],
);
const text = fc.array(nasty, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
const leaf: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 6, arbitrary: text.map((value): PhrasingContent => ({ type: 'text', value })) },
  { weight: 1, arbitrary: text.map((value): PhrasingContent => ({ type: 'inlineCode', value })) },
  { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
);
const inline: fc.Arbitrary<PhrasingContent[]> = fc.letrec<{ node: PhrasingContent; nodes: PhrasingContent[] }>(
  (tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('nodes').map((children): PhrasingContent => ({ type: 'emphasis', children })),
      tie('nodes').map((children): PhrasingContent => ({ type: 'strong', children })),
      tie('nodes').map((children): PhrasingContent => ({ type: 'delete', children })),
      tie('nodes').map((children): PhrasingContent => ({ type: 'insertion', children })),
      tie('nodes').map((children): PhrasingContent => ({ type: 'link', url: 'https://example.org/(x)', children })),
    ),
    nodes: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  }),
).nodes;

/** Lines for documents of many blocks: what they begin with matters, formatting is tried alone. */
const line: fc.Arbitrary<PhrasingContent[]> = fc.array(leaf, { minLength: 1, maxLength: 2 });

type Blocks = Section['children'];
const blocks: fc.Arbitrary<Blocks> = fc.letrec<{ block: Blocks[number]; blocks: Blocks }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    line.map((children) => p(children)),
    fc.tuple(line, fc.constantFrom('12.', '(a)', 'I.', '12 bis.')).map(([children, label]) => p(children, { label })),
    line.map((children): Blocks[number] => ({ type: 'heading', depth: 2, children })),
    text.map((value): Blocks[number] => ({ type: 'code', value })),
    fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map(tableOf),
    fc.constant<Blocks[number]>({ type: 'thematicBreak' }),
    tie('blocks').map((children): Blocks[number] => ({ type: 'blockquote', children: children as never })),
    tie('blocks').map((children): Blocks[number] => ({ type: 'alternative', children })),
    fc
      .tuple(fc.array(tie('blocks'), { minLength: 1, maxLength: 2 }), fc.boolean(), fc.nat(20), fc.boolean())
      .map(listOf),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
})).blocks;

function tableOf(rows: readonly PhrasingContent[][][]): Blocks[number] {
  const children = rows.map((cells) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({ type: 'tableCell' as const, children: cell })),
  }));
  return { type: 'table', children };
}

function listOf([items, ordered, start, spread]: readonly [Blocks[], boolean, number, boolean]): Blocks[number] {
  const children = items.map((item) => ({ type: 'listItem' as const, spread, children: item as never }));
  return { type: 'list', ordered, start, spread, children };
}

/** Every character of the words but space, in order. Controls that no file can hold are compared as replaced. */
function characters(node: AnyNode): string {
  let all = '';
  walk(node, (each) => {
    if (each.type === 'html') return;
    if (each.type === 'paragraph' && each.data?.label !== undefined) all += each.data.label;
    if ('value' in each && typeof each.value === 'string') all += each.value;
  });
  return all.replaceAll('\u0000', '\ufffd').replace(/\s/gu, '');
}

/** Metadata whose title block is one line, to be cut off. */
const { subtitle: _s, stage: _t, version: _v, date: _d, notice: _n, ...rest } = META;
const BARE: DocumentMeta = { ...rest, title: 'Title', kind: '', authors: [], notForCitation: false };

function expectSameWords(children: Blocks): void {
  const section: Section = { type: 'section', part: 'body', numbered: true, data: { role: 'legend' }, children };
  const text = toMarkdown({ root: documentOf([section]).root, meta: BARE }).replace(/^[^\n]*\n+/u, '');
  expect(characters(READER.parse(text) as AnyNode)).toBe(characters({ type: 'section', children: children as never }));
}

// Shrinking large trees can take minutes; what was found by then is small enough.
const LIMITS = { numRuns: RUNS, interruptAfterTimeLimit: 50_000 };

test('Markdown read again has the same words in the same order, however they are formatted', () => {
  const kinds = fc.constantFrom<(children: PhrasingContent[]) => Blocks[number]>(
    (children) => p(children),
    (children) => ({ type: 'heading', depth: 2, children }),
    (children) => tableOf([[children, [{ type: 'text', value: 'x' }]]]),
  );
  fc.assert(
    fc.property(inline, kinds, (children, kind) => expectSameWords([kind(children)])),
    LIMITS,
  );
});

test('Markdown read again has the same words in the same order, whatever blocks they stand in', () => {
  fc.assert(fc.property(blocks, expectSameWords), LIMITS);
});
