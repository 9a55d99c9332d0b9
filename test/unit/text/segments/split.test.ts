import { describe, expect, it } from 'vitest';
import { splitSegments } from '../../../../src/text/segments/split.ts';
import { sourceLines } from '../../../../src/text/source-lines.ts';

/** First lines of the segments of a text. */
function starts(source: string): number[] {
  return splitSegments(sourceLines(source)).map(({ startLine }) => startLine);
}

describe('splitSegments', () => {
  it('cuts before what stands at the margin after a blank line', () => {
    expect(starts('# One\n\nTwo\nlines\n\n> Three\n\n| a |\n| - |\n\n[^n]: Five\n')).toEqual([1, 3, 6, 8, 11]);
  });

  it('cuts nothing where no blank line stands', () => {
    expect(starts('Title\n===\ntext\n- item\n# Title\n')).toEqual([1]);
  });

  it('keeps a list with all that may belong to it', () => {
    expect(starts('- one\n\n  more\n\n- two\n\n      code\n\nText\n')).toEqual([1, 9]);
  });

  it.each([
    ['a fence', '```\n\ncode\n\n```\n\ntext\n', [1, 7]],
    ['a fence with a shorter one inside', '````\n```\n\ncode\n\n````\n\ntext\n', [1, 8]],
    ['a comment', '<!--\n\nx\n\n-->\n\ntext\n', [1, 7]],
    ['a directive with a fence inside', ':::box\n```\n\nx\n\n:::\n\ntext\n', [1, 8]],
    ['code that never ends', '```\n\nx\n\ny\n', [1]],
  ])('cuts nothing inside %s', (_what, source, expected) => {
    expect(starts(source)).toEqual(expected);
  });

  it('goes on cutting after code inside a list', () => {
    expect(starts('1. one\n\n   ```\n   x\n\n   ```\n\ntext\n\ntext\n')).toEqual([1, 10]);
  });

  it('cuts nothing where a fence may be inside or outside a list, before both readings agree', () => {
    expect(starts('- one\nlazy\n\n  ~~~\n\ntext\n\n~~~\n\ntext\n')).toEqual([1]);
  });

  it('keeps blank lines at the end of a list with it, and leaves those after a paragraph', () => {
    const [list, paragraph] = splitSegments(sourceLines('- one\n\n\ntext\n\n\nmore\n'));
    expect([list, paragraph]).toEqual([
      { startLine: 1, endLine: 3 },
      { startLine: 4, endLine: 4 },
    ]);
  });

  it('takes a time that grows with the length alone', () => {
    const text = '- one\nlazy\n\n  ~~~\n\ntext <div>\n\n'.repeat(20_000);
    expect(splitSegments(sourceLines(text)).length).toBeGreaterThan(0);
  });
});
