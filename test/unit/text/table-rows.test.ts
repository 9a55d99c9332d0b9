import { describe, expect, it } from 'vitest';
import { stampInputIds } from '../../../src/text/ids.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';

function stamp(source: string): string {
  let count = 0;
  const newId = (): string => `new0${++count}`;
  return stampInputIds(source, parseMarkdown(source, { file: 'a.md' }).tree, { newId }).source;
}

const table = (...rows: readonly string[]): string =>
  ['## Comments', '', '| Section | Comment |', '| --- | --- |', ...rows, ''].join('\n');

describe('ids of rows', () => {
  it('stand after the words of the last cell that has any', () => {
    expect(stamp(table('| 3 | Too long |', '| 4 | Fine | ', 'Whole text is good', '| 5 | a \\| b |'))).toBe(
      table(
        '| 3 | Too long ^inew01 |',
        '| 4 | Fine ^inew02 | ',
        'Whole text is good ^inew03',
        '| 5 | a \\| b ^inew04 |',
      ),
    );
  });

  it('are given once, and counted on', () => {
    const given = table('| 3 | Too long ^i7 |', '| 4 | Fine |');
    expect(stamp(given)).toBe(given.replace('Fine', 'Fine ^i8'));
    expect(stamp(stamp(given))).toBe(stamp(given));
  });

  it('are not given to rows that say nothing', () => {
    const given = table('| Section 4 | |', '| 5 | 12 % |', '| | |');
    expect(stamp(given)).toBe(given);
  });
});
