import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseAtOnce, parseTree } from '../../../../src/text/markdown/processor.ts';
import { segmentMemo } from '../../../../src/text/segments/memo.ts';
import { type ParseBlocks, parseSegments } from '../../../../src/text/segments/parse-segments.ts';

/** A parser that notes what it is asked. */
function watched(): { parse: ParseBlocks; asked: string[] } {
  const asked: string[] = [];
  const parse: ParseBlocks = (source, labels): Root => {
    asked.push(source.trim());
    return parseAtOnce(source, labels);
  };
  return { parse, asked };
}

describe('parseSegments', () => {
  it('parses only what it has not met before', () => {
    const memo = segmentMemo(10_000);
    parseSegments('*one*\n\n**two**\n\n`three`\n', parseAtOnce, memo);
    const { parse, asked } = watched();
    const source = '`new`\n\n**two**\n\n*one*\n\n`three` more\n';
    expect(parseSegments(source, parse, memo)).toEqual(parseAtOnce(source));
    expect(asked).toEqual(['`new`\n\n`three` more']);
  });

  it('reads mere words without a parser', () => {
    const { parse, asked } = watched();
    const source = '## Title {#t}\n\nWords, 2022 words:\nand “more”. ^p-1\n';
    expect(parseSegments(source, parse, segmentMemo(10))).toEqual(parseAtOnce(source));
    expect(asked).toEqual([]);
  });

  it('parses a block again where what it refers to is defined in one file and not in the other', () => {
    const memo = segmentMemo(10_000);
    for (const source of ['See [a] and [b].\n', 'See [a] and [b].\n\n[A]: /u\n', 'See [a] and [b].\n\n> [b]: /u\n']) {
      expect(parseSegments(source, parseAtOnce, memo)).toEqual(parseAtOnce(source));
    }
  });

  it('finds what is defined inside a directive from everywhere', () => {
    const [first] = parseTree('See [a].\n\n:::box\n[a]: /u\n:::\n').children;
    expect(JSON.stringify(first)).toContain('"linkReference"');
  });

  it('gives each file nodes of its own', () => {
    const memo = segmentMemo(10_000);
    const [one, two] = ['*x*\n', '\n\n*x*\n'].map((source) => parseSegments(source, parseAtOnce, memo).children[0]);
    expect(one?.position?.start.line).toBe(1);
    expect(two?.position?.start).toEqual({ line: 3, column: 1, offset: 2 });
  });

  it('lets go what nobody asked for', () => {
    const memo = segmentMemo(20);
    const parsed = { nodes: [], line: 1, offset: 0 };
    for (const key of ['first block', 'second block', 'third block']) memo.set(key, parsed);
    expect(memo.get('first block')).toBeUndefined();
    expect(memo.get('third block')).toBe(parsed);
  });
});
