import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/text/front-matter.ts';
import { findIds, type Stamped, stampIds, stampInputIds } from '../../src/text/ids.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';
import { prescan } from '../../src/text/prescan.ts';
import { readYaml } from '../../src/text/yaml.ts';
import { meaning } from '../unit/text/outline.ts';

const RUNS = { numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 300) };

/** Lines that mean something at their place, and a few that only seem to. */
const LINES = [
  'word one',
  'two *three* four',
  '# Title',
  '### Deep ##',
  'Under',
  '===',
  '---',
  '- item',
  '  - nested',
  '1. first',
  '3) third',
  '+',
  '> quote',
  '> - in quote',
  '```',
  '~~~ js',
  '    code',
  '| a | b |',
  '|---|---|',
  '[x]{.bracket by="A B"}',
  'open [x',
  'y]{.agreed}',
  '[@crc, art. 1]',
  '[a]: b',
  '[a]',
  '[^1]',
  '[^1]: note',
  '![p](q.png)',
  ':::box',
  ':::recommendation{for="x"}',
  ':::note',
  ':::',
  '<div>',
  '</div>',
  '<b>bold',
  'a<br>b <sup>2</sup>',
  '<ul><li>x',
  '<!-- c',
  '-->',
  '<x-y>',
  'text ^mine-1',
  '^mine-2',
  '{#h}',
  'text {.x}',
  '{: .k}',
  '\\',
  'a  ',
  '\ttab',
  '  ',
  'é 漢字 مرحبا',
  '&amp; &lt;',
  'word*',
  '`tick',
];
const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const text = fc
  .tuple(
    fc.constantFrom('\n', '\r\n'),
    fc.array(fc.tuple(line, fc.constantFrom(1, 1, 2)), { maxLength: 14 }),
    fc.constantFrom('', '\uFEFF'),
    fc.boolean(),
  )
  .map(
    ([eol, parts, mark, ends]) =>
      mark + parts.map(([part, ends2]) => part + eol.repeat(ends2)).join('') + (ends ? '' : 'end'),
  );

const parse = (source: string) => parseMarkdown(source, { file: 'a.md' });

function counter(): () => string {
  let last = 1_000_000;
  return () => `${++last}`;
}

const BREAK = '(?:\\r\\n|\\n|\\r)';

/** What may have been put into a source for an id. */
const INSERTIONS = [
  (id: string) => `${BREAK}[ \\t>]*${BREAK}[ \\t>]*\\^${id}`,
  (id: string) => `${BREAK}[ \\t>]*${BREAK}[ \\t>]*\\^${id}${BREAK}[ \\t>]*`,
  (id: string) => ` \\^${id}`,
  (id: string) => ` ?\\{#${id}\\}`,
  (id: string) => `#${id} `,
];

/** The stamped source without its new ids and what was put around them, from the last to the first. */
function unstamp({ source, stamped }: Stamped, original: string): string {
  let bare = source;
  for (const { id } of [...stamped].reverse()) {
    const match = INSERTIONS.map((insertion) => new RegExp(insertion(id), 'u').exec(bare))
      .filter((found) => found !== null)
      .find(({ 0: text, index }) => original.endsWith(bare.slice(index + text.length)));
    if (match) bare = bare.slice(0, match.index) + bare.slice(match.index + match[0].length);
  }
  return bare;
}

function everyNode(node: Nodes, look: (node: Nodes) => void): void {
  look(node);
  if ('children' in node) for (const child of node.children) everyNode(child, look);
}

describe('stamping ids', () => {
  for (const [name, stamp] of [
    ['passages', stampIds],
    ['inputs', stampInputIds],
  ] as const) {
    test(`${name}: nothing else changes, in the source and in what it means, and once is enough`, () => {
      fc.assert(
        fc.property(text, (source) => {
          const { tree } = parse(source);
          const done = stamp(source, tree, { newId: counter() });
          expect(unstamp(done, source)).toBe(source);
          const again = parse(done.source);
          expect(meaning(again.tree)).toEqual(meaning(tree));
          const ids = findIds(again.tree).map(({ id }) => id);
          for (const { id } of done.stamped) expect(ids.filter((one) => one === id)).toEqual([id]);
          expect(stamp(done.source, again.tree, { newId: counter() }).stamped).toEqual([]);
        }),
        RUNS,
      );
    });
  }
});

describe('reading Markdown', () => {
  test('never throws, and every node stands somewhere in the file', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { tree, findings } = parse(source);
        const count = source.split(/\r\n|\n|\r/u).length;
        everyNode(tree, ({ position, type }) => {
          expect(type).not.toMatch(/^(?:html|definition|linkReference|imageReference|containerDirective)$/u);
          if (!position) return;
          expect(position.start.offset ?? 0).toBeLessThanOrEqual(position.end.offset ?? 0);
          expect(position.end.offset ?? 0).toBeLessThanOrEqual(source.length);
          expect(position.end.line).toBeLessThanOrEqual(count);
        });
        for (const { place } of findings) expect(place.line).toBeLessThanOrEqual(count);
        expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
      }),
      RUNS,
    );
  });

  test('the pre-scan keeps the lines of what it makes safe, up to a block that ends the file', () => {
    const bomb = fc
      .tuple(fc.constantFrom(...'*_[`\\<'), fc.integer({ min: 1400, max: 1700 }))
      .map(([mark, count]) => mark.repeat(count));
    fc.assert(
      fc.property(fc.array(fc.oneof(text, bomb), { maxLength: 4 }), (parts) => {
        const source = parts.join('\n\n');
        const { safe, literalBlocks } = prescan(source, 'a.md');
        const last = literalBlocks.at(-1);
        const cut = last?.endLine === breaks(source).length + 1;
        if (!cut) expect(safe).toHaveLength(source.length);
        expect(breaks(safe)).toEqual(breaks(source).slice(0, cut ? last.startLine - 1 : undefined));
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 10) },
    );
  });
});

const breaks = (source: string) => [...source.matchAll(/\r\n|[\r\n]/gu)].map(({ index }) => index);

describe('reading front matter and YAML', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'a: 1\n',
      'b:\n',
      '  - c\n',
      '---\n',
      '...\n',
      '"',
      "'",
      '[',
      '{',
      '}',
      ']',
      '&x ',
      '*x',
      '!t ',
      '|\n',
      '>-\n',
      '# c\n',
      '? ',
      ': ',
      '- ',
      '\t',
      '__proto__: 1\n',
      '<<: *x\n',
      '%Y\n',
      '\r\n',
    ),
    fc.string({ maxLength: 6 }),
  );
  const yaml = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));

  test('never throws; the body is the end of the source', () => {
    fc.assert(
      fc.property(yaml, fc.string(), (head, body) => {
        const source = `---\n${head}\n---\n${body}`;
        const reading = readFrontMatter(source, 'a.md');
        expect(source.slice(reading.bodyOffset)).toBe(reading.body);
        expect(Object.getPrototypeOf(reading.data)).toBe(Object.prototype);
        const direct = readYaml(head, 'a.yaml');
        for (const { message, place } of direct.findings) {
          expect(message).toMatch(/\.$/u);
          expect(place.line).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  test('plain data comes back as it was written', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u).filter((key) => !/^(?:constructor|prototype)$/u.test(key));
    const data = fc.dictionary(name, fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.integer())));
    fc.assert(
      fc.property(data, (value) => {
        const source = Object.entries(value)
          .map(([key, one]) => `${key}: ${JSON.stringify(one)}\n`)
          .join('');
        expect(readYaml(source, 'a.yaml').value ?? {}).toEqual({ ...value });
      }),
      RUNS,
    );
  });
});
