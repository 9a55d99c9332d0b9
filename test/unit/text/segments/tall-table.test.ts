import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseAtOnce } from '../../../../src/text/markdown/processor.ts';
import { parseMarkdown } from '../../../../src/text/markdown.ts';
import { NO_LABELS } from '../../../../src/text/segments/labels.ts';
import { segmentMemo } from '../../../../src/text/segments/memo.ts';
import { parseSegments } from '../../../../src/text/segments/parse-segments.ts';
import { isTallTable } from '../../../../src/text/segments/tall-table.ts';

const CELLS = [
  'plain words',
  '**bold** and *slanted*',
  '`code | with a bar`',
  '[a link](https://example.org/a_b)',
  '[defined][there]',
  'a note[^1]',
  '',
  'escaped \\| bar',
  '<b>raw</b>',
  'नगर परिषद',
  '日本語',
];

/** A table of so many rows, some with too few or too many cells, some without a last bar. */
function tableOf(rows: number): string {
  const row = (index: number) => {
    const cells = Array.from({ length: 2 + (index % 3) }, (_, cell) => CELLS[(index * 7 + cell * 3) % CELLS.length]);
    return `| ${cells.join(' | ')}${index % 5 === 0 ? '' : ' |'}${index % 11 === 0 ? '  ' : ''}`;
  };
  return [
    '| Right | Level | Where |',
    '| :--- | ---: | --- |',
    ...Array.from({ length: rows }, (_, index) => row(index)),
  ].join('\n');
}

const around = (table: string) =>
  `# Rights\n\nBefore.\n\n${table}\n\nBehind.\n\n[there]: https://example.org/there\n\n[^1]: A note.\n`;

describe('a tall table', () => {
  test('is read some rows at a time as in one go', () => {
    const source = around(tableOf(700));
    expect(isTallTable(tableOf(700))).toBe(true);
    const found = parseSegments(source, parseAtOnce, segmentMemo(0));
    expect(found).toEqual(parseAtOnce(source, NO_LABELS));
  });

  test('of more than 48 KB keeps its rows and formatting', () => {
    const source = around(tableOf(3000));
    expect(source.length).toBeGreaterThan(80 * 1024);
    const { tree, findings } = parseMarkdown(source, { file: 'a.md' });
    expect(findings).toEqual([]);
    const table = tree.children.find(({ type }) => type === 'table') as Extract<Nodes, { type: 'table' }>;
    expect(table.children).toHaveLength(3001);
    expect(table.children[2999]?.position?.start.line).toBe(5 + 3000);
  });

  test('that other blocks could interrupt, or that is far too tall, is kept as it is', () => {
    const interrupted = tableOf(3000).replace('\n| plain words', '\nplain words');
    const reasons = (table: string) =>
      parseMarkdown(around(table), { file: 'a.md' }).findings.map(({ check }) => check);
    expect(reasons(interrupted)).toEqual(['text/literal-block']);
    expect(reasons(tableOf(20_000))).toEqual(['text/literal-block']);
    expect(reasons(`:::box\n${tableOf(3000)}\n:::`)).toEqual(['text/literal-block']);
  });
});
