import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAtOnce } from '../../src/text/markdown/processor.ts';
import { prescan } from '../../src/text/prescan.ts';
import { labelsOf } from '../../src/text/segments/labels.ts';
import { segmentMemo } from '../../src/text/segments/memo.ts';
import { parseSegments } from '../../src/text/segments/parse-segments.ts';
import { splitSegments } from '../../src/text/segments/split.ts';
import { sourceLines } from '../../src/text/source-lines.ts';

/** Lines of which each means something else after another. */
const LINES = [
  ...['', '', '', '', ' ', '\t'],
  ...[
    'word',
    'two words',
    'more, 2022 words.',
    '(x)',
    '3 x',
    '12. x',
    'a  ',
    'http://a.org',
    'a@b.org',
    'R&D',
    'a\\',
    'x ^p-1',
  ],
  ...['# Title', '## Title {#id}', '#', '# #', '## t ##', '===', '---', '***', '- - -', '* * *'],
  ...[
    '- item',
    '-',
    '-   item',
    '-      code',
    '* item',
    '+ item',
    '1. item',
    '1) item',
    '2. item',
    '- - x',
    '-\titem',
    '- ```',
    '- <!--',
  ],
  ...[
    '  more',
    '   more',
    '    more',
    '      more',
    '\tmore',
    '  - nested',
    '   - nested',
    '    - nested',
    ' - x',
    '  2. x',
  ],
  ...['```', '````', '```js', '~~~', ' ```', '  ```', '   ```', '    ```', '\t```', '> ```', '``` x`y'],
  ...[
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<!-- x -->',
    '  <!--',
    '  -->',
    '<pre>',
    '</pre>',
    '<?x',
    '?>',
    '<!X',
    '<a name="x">',
    '<script>x</script>',
    ' <div>',
  ],
  ...['> quote', '> - item', '>', '> [^n]: x', '>more'],
  ...['[^n]: note', '[^m]: ```', '[^n]:', 'mark[^n]', '[^m] mark', '![^n]', '    note goes on'],
  ...[
    '[a]: /url',
    '[b]:',
    '/url',
    '"title"',
    '[A]: <x> "t',
    '[a]',
    '[x][a]',
    '[b][]',
    '![a]',
    '[a\\]]',
    '[[a]]',
    '- [a]: /u',
    '> [b]: /u',
    '- [ ] [a]',
  ],
  ...[
    '| a | b |',
    '| --- | --- |',
    '| 1 | 2 |',
    '- | -',
    'a | b',
    '-|-',
    '|:-:|--:|',
    '||*x*|',
    '| [^n] | a_b |',
    '| a |',
  ],
  ...[
    'An *x* and **y z**, _z_ (*a*) “_b_”.',
    '*x*',
    '**x** *y',
    'y* z**',
    '*a **b** c*',
    '*a_b_ c*',
    'a*b*c 2 * 3 _ 4',
    'snake_case_word _x_y_',
    '_x_@b.org',
    '**a.**b',
    '***a***',
    '[text *x*](#id) and [@work, p. 1]{.bracket by="A"}',
    '[a](b) [c](<d>) [e](f "g")',
    '[a [b](c) d](e)',
    '[*a](b)* [^n](c) [^N]',
    '[](#p-1) [x] (y) [x](y z)',
    'R & D &amp; AT&T',
    '1. *a* [^n]',
    '2) b',
    '- [x](y)',
    '- [X] z',
    '[^n]: *note* [a](b) ^p-1',
    '## *T* [^n] {#id}',
    ':::box{title="x y" #p-1}',
    ':::box{#a #b}',
    ':::box{title="x" title="y"}',
  ],
  ...[
    ':::box',
    ':::',
    '::::box',
    '::::',
    ':::box{title="x"}',
    ':::box[label',
    ':::box{a',
    '  :::box',
    '  :::',
    '- :::box',
    ':::box x',
    '::leaf',
    ':::B-x{.y}',
  ],
];

const texts = fc
  .array(fc.constantFrom(...LINES), { maxLength: 14 })
  .chain((lines) => fc.constantFrom('\n', '\n', '\n', '\r\n', '\r').map((end) => lines.join(end)));

/** What is defined inside a directive the parser knows only behind it; here it holds for the whole file, as all else. */
function reference(source: string) {
  const tree = parseAtOnce(source);
  return source.includes(':::') ? parseAtOnce(source, labelsOf(tree.children)) : tree;
}

function parse(source: string) {
  return parseSegments(source, parseAtOnce, segmentMemo(1_000_000));
}

describe('segments', () => {
  it('give the same tree as a parser that reads all in one go', () => {
    fc.assert(
      fc.property(texts, (source) => {
        expect(JSON.stringify(parse(source))).toBe(JSON.stringify(reference(source)));
      }),
      { numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 300) },
    );
  });

  it('give the same tree whatever was parsed before', () => {
    const memo = segmentMemo(2_000);
    fc.assert(
      fc.property(texts, (source) => {
        expect(parseSegments(source, parseAtOnce, memo)).toEqual(reference(source));
      }),
      { numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 300) },
    );
  });

  it.each(['\t```\n\n2. item', '    code\n\n\n3) item\n\nwords'])(
    '%j is read as a parser reads it in one go',
    (source) => {
      expect(JSON.stringify(parse(source))).toBe(JSON.stringify(reference(source)));
    },
  );

  it('never begin inside a block', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const inner = new Set(
          parseAtOnce(source).children.flatMap(({ position }) => {
            const [from, to] = [position?.start.line ?? 0, position?.end.line ?? 0];
            return Array.from({ length: to - from }, (_, index) => from + 1 + index);
          }),
        );
        expect(splitSegments(sourceLines(source)).filter(({ startLine }) => inner.has(startLine))).toEqual([]);
      }),
    );
  });
});

const DATA = process.env.PENHOLDER_TEST_DATA;

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

describe.skipIf(DATA === undefined)(
  'segments of real documents (skipped unless PENHOLDER_TEST_DATA names the data)',
  () => {
    it('give the same tree as a parser that reads all in one go', () => {
      for (const file of markdownFiles(DATA ?? '')) {
        const { safe } = prescan(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ' '), file);
        expect(JSON.stringify(parse(safe)) === JSON.stringify(reference(safe)), file).toBe(true);
      }
    }, 300_000);
  },
);
