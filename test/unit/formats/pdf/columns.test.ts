import fc from 'fast-check';
import type { Table, TableRow } from 'mdast';
import { describe, expect, it } from 'vitest';
import { breakable, columnsOf, widthOf } from '../../../../src/formats/pdf/columns.ts';

function row(cells: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
  };
}

function table(...rows: readonly (readonly string[])[]): Table {
  return { type: 'table', children: rows.map(row) };
}

const cellText = fc.stringMatching(/^[a-zA-Z0-9_ é人/.-]{0,60}$/u);

describe('columns of a table', () => {
  it('are no narrower than their longest word, however long their neighbours are', () => {
    const long = 'Which violations affect children differently, or only children, and who would know? '.repeat(3);
    const { room, size, tight } = columnsOf(table(['Process', 'Question'], ['recommendations', long]), 2, 'a4');
    expect(room[0]).toBeGreaterThanOrEqual(widthOf('recommendations'));
    expect(size).toBe(0.86);
    expect(tight).toEqual([false, false]);
  });

  it('are shared by the lines that cells hold, not by all their words on one line', () => {
    const text = (value: string) => ({ type: 'text' as const, value });
    const lines = ['first/coalition#i1', 'Example Coalition for Rights', 'Comment', 'In the second round'];
    const short = lines.flatMap((line) => [text(line), { type: 'break' as const }]);
    const long = text(
      'Departures are now reported yearly and listed in the public summary with their reasons. '.repeat(3),
    );
    const cells = [short, [long], [long]].map((children) => ({ type: 'tableCell' as const, children }));
    const broken: Table = {
      type: 'table',
      children: [row(['Input', 'Said', 'Became']), { type: 'tableRow', children: cells }],
    };
    const { room } = columnsOf(broken, 3, 'a4');
    expect(room[0]).toBeLessThan(0.75 * (room[1] ?? 0));
    expect(room[0]).toBeGreaterThanOrEqual(widthOf('first/coalition#i1'));
  });

  it('take smaller letters before they break words', () => {
    const many = Array.from({ length: 8 }, () => 'recommendations');
    const { size, tight } = columnsOf(table(many, many), 8, 'a4');
    expect(size).toBeLessThan(0.86);
    expect(size).toBeGreaterThanOrEqual(0.66);
    expect(tight.every(Boolean)).toBe(true);
  });

  it('do not starve each other for the sake of an address', () => {
    const address = `https://example.org/${'path/'.repeat(20)}`;
    const { room, tight } = columnsOf(table(['Name', 'Where'], ['A name of some length', address]), 2, 'a4');
    expect(room[0]).toBeGreaterThan(widthOf('length'));
    expect(tight).toEqual([false, true]);
  });

  it('share exactly the width there is, and leave no piece of text wider than its column', () => {
    const rows = fc
      .integer({ min: 1, max: 9 })
      .chain((width) =>
        fc.array(fc.array(cellText, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(rows, fc.constantFrom('a4', 'a5', 'us-letter'), (cells, paper) => {
        const width = cells[0]?.length ?? 1;
        const columns = columnsOf(table(...cells), width, paper);
        const one = columnsOf(table(['x']), 1, paper);
        const total = columns.shares.reduce((sum, share) => sum + share, 0);
        expect(total).toBeCloseTo(one.shares[0] ?? 0, -1);
        for (const line of cells) {
          line.forEach((text, at) => {
            const room = columns.room[at] ?? 0;
            const pieces = breakable(text, room, 'ar').split(/[\s\u200b]+|(?<=[-人])/u);
            for (const piece of pieces.filter((each) => [...each].length > 1)) {
              expect(widthOf(piece)).toBeLessThanOrEqual(room);
            }
          });
        }
      }),
    );
  });
});

describe('words that fit no line', () => {
  it('break anywhere, unless the language hyphenates them', () => {
    expect(breakable('see AB_CD', 3, 'en')).toBe('see A\u200bB\u200b_\u200bC\u200bD');
    expect(breakable('responsibilities', 8, 'en')).toBe('responsibilities');
    expect(breakable('responsibilities', 8, 'ar')).toContain('r\u200be');
    expect(breakable('short words', 8, 'ar')).toBe('short words');
  });
});
