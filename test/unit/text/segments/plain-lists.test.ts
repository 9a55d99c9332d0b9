import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAtOnce } from '../../../../src/text/markdown/processor.ts';
import { segmentMemo } from '../../../../src/text/segments/memo.ts';
import { parseSegments } from '../../../../src/text/segments/parse-segments.ts';
import { readPlain } from '../../../../src/text/segments/plain.ts';

const ITEMS = [
  '- Programmes are designed before anyone asks. #barrier #pillar/development ^i1',
  '- “Nobody came”, they said: at 10:30. ^i2',
  '- 12 of 40 were asked #gap {quote="no"} ^i3',
  '- (see below) ^i4',
  '- word',
];
const LINES = [
  ...ITEMS,
  ...ITEMS,
  ...ITEMS,
  '-  two spaces',
  '- ',
  '-',
  '- trailing ',
  '- - nested',
  '- 1. nested',
  '- # heading',
  '- [x] task',
  '- *marked*',
  '- a\\',
  '- a@b.org',
  '- > quote',
  '+ other',
  '* other',
  '1. other',
  '  more of it',
  '    - below',
  'lazy',
  '',
  '',
  ' ',
  '---',
  '===',
  '# Title',
  '## Title {#q1}',
  '> quote',
  '```',
  ':::box',
  '-\ttab',
  '- ---',
  '- a:b',
  '- ::leaf',
  '- 1986. A year',
];

const texts = fc
  .array(fc.constantFrom(...LINES), { maxLength: 10 })
  .chain((lines) => fc.constantFrom('\n', '\n', '\r\n').map((end) => lines.join(end)));

it('lists of mere words are read without a parser, as a parser would', () => {
  const text = ITEMS.join('\n');
  expect(readPlain(text, { line: 1, offset: 0 })).toEqual(parseAtOnce(text).children[0]);
  expect(readPlain(`${text}\n\n`, { line: 1, offset: 0 })).toEqual(parseAtOnce(`${text}\n\n`).children[0]);
  expect(readPlain('- `a`', { line: 1, offset: 0 })).toBeUndefined();
});

it('whatever stands around them', () => {
  fc.assert(
    fc.property(texts, (source) => {
      expect(parseSegments(source, parseAtOnce, segmentMemo(1_000))).toEqual(parseAtOnce(source));
    }),
    { numRuns: 300 },
  );
});
