import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAtOnce } from '../../../../src/text/markdown/processor.ts';
import { NO_LABELS } from '../../../../src/text/segments/labels.ts';
import { readPlain } from '../../../../src/text/segments/plain.ts';

const LABELS = { links: new Set(['L']), notes: new Set(['N', 'É']) };

/** Pieces that mean one thing or another by what stands beside them. */
const PIECES = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    ' ',
    ' ',
    ' ',
    '.',
    ',',
    '“',
    '”',
    '(',
    ')',
    'a',
    'b',
    'word',
    '2022',
    'é',
    '—',
    '😀',
  ],
  ...[
    '[',
    '![',
    '![a](b.png)',
    ']',
    '](',
    '](#p-1)',
    '](https://a.org/x_y)',
    '[^n]',
    '[^x]',
    '[l]',
    '[@work, p. 1]',
    '{.bracket by="A"}',
  ],
  ...['@', ':', '!', '{', '}', '^p-1', 'http', 'www', '10:30', '\u00a0', '~', '&', '$', '+', '=', '"', "'", '\n'],
];

const words = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
const settings = { numRuns: Number(process.env.PENHOLDER_PROPERTY_RUNS ?? 300) };

/** What was read without a parser is what a parser reads. */
function expectSame(text: string): void {
  const start = { line: 1, offset: 0 };
  for (const labels of [NO_LABELS, LABELS]) {
    const plain = readPlain(text, start, labels);
    if (plain !== undefined)
      expect(JSON.stringify([plain]), JSON.stringify(text)).toBe(JSON.stringify(parseAtOnce(text, labels).children));
  }
}

describe('what is read without a parser', () => {
  it('is what a parser reads, in paragraphs, headings, items, notes, cells and boxes', () => {
    fc.assert(
      fc.property(words, words, (one, two) => {
        const [first, second] = [one.trim(), two.trim()];
        const line = first.replaceAll('\n', ' ');
        expectSame(first);
        expectSame(`a ${first}`);
        expectSame(`# ${line}`);
        expectSame(`- ${line}\n- ${second.replaceAll('\n', ' ')}`);
        expectSame(`3. ${line}\n\n4. b`);
        expectSame(`[^m]: ${line}`);
        expectSame(`| ${line} | a |\n| :- | --- |\n|${second.replaceAll('\n', ' ')}||`);
        expectSame(`:::box{title="x" #p-1}\n${first}\n\n- ${line}\n:::`);
      }),
      settings,
    );
  });

  it.each([
    ['An *important* and **urgent** point. ^p-1', 'paragraph'],
    ['It is noted [@work, para. 3] and [](#p-1) in [the list](https://example.org/a_b).', 'paragraph'],
    ['[The text]{.bracket by="ALPHA"} is not agreed.[^n]', 'paragraph'],
    ['^p-1', 'paragraph'],
    ['![A figure in words.](images/a.png) ^p-1', 'paragraph'],
    ['## Title with *stress* {#t}', 'heading'],
    ['1. one ^p-1\n2. *two* ^p-2', 'list'],
    ['- one\n\n- two', 'list'],
    ['| A | B |\n| --- | --: |\n| *c* | |', 'table'],
    ['[^n]: A note with [a link](#a).', 'footnoteDefinition'],
    [':::box{title="A title" #p-1}\nWords.\n\n1. one\n:::', 'containerDirective'],
    ['::::box\n:::definition{term="x"}\nWords.\n:::\n::::', 'containerDirective'],
  ])('needs no parser for %j', (text, type) => {
    expect(readPlain(text, { line: 1, offset: 0 }, LABELS)?.type).toBe(type);
    expectSame(text);
  });

  it.each([
    'a `code`',
    'a \\* b',
    '*a',
    'a* b',
    '***a***',
    '*a _b* c_',
    '[a](b c)',
    '![*a*](b)',
    '![a](b "c")',
    'see [l]',
    'a@b.org',
    'https://a.org',
    '- [x] task',
    '- a\n  - b',
    '- a\n* b',
    '| a |\n| - | - |\n| b |',
    ':::box{.a}\nb\n:::',
    ':::box\n`a`\n:::',
    ':::box\na',
    '[^n]: a\nb',
    '> a',
  ])('leaves %j to a parser', (text) => {
    const plain = readPlain(text, { line: 1, offset: 0 }, LABELS);
    expect(plain).toBeUndefined();
  });
});
