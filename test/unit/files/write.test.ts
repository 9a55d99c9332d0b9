import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../src/files/xlsx-read.ts';
import { columnName, writeXlsx } from '../../../src/files/xlsx-write.ts';
import { readZip } from '../../../src/files/zip-read.ts';
import { writeZip } from '../../../src/files/zip-write.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (some: Uint8Array | undefined) => new TextDecoder().decode(some);

async function cellsOf(workbook: Uint8Array): Promise<readonly (readonly string[])[]> {
  const reading = readXlsx(workbook);
  if ('problem' in reading) throw new Error(reading.problem.message);
  const rows: (readonly string[])[] = [];
  for await (const { cells } of reading.sheets[0]?.rows() ?? []) rows.push(cells);
  return rows;
}

describe('a ZIP', () => {
  it.each([true, false])('holds what was put in (compressed: %s)', (compress) => {
    const parts = [
      { name: 'a.txt', bytes: bytes('a'.repeat(1000)) },
      { name: 'ü/b.txt', bytes: bytes('') },
    ];
    const reading = readZip(writeZip(parts, { compress }));
    if ('problem' in reading) throw new Error(reading.problem.message);
    expect(reading.archive.names).toEqual(['a.txt', 'ü/b.txt']);
    expect(text(reading.archive.read('a.txt'))).toBe('a'.repeat(1000));
    expect(text(reading.archive.read('ü/b.txt'))).toBe('');
  });

  it('is the same every time', () => {
    const parts = [{ name: 'a.txt', bytes: bytes('same') }];
    expect(writeZip(parts)).toEqual(writeZip(parts));
  });
});

describe('a workbook', () => {
  it('gives its cells back, whatever they hold', async () => {
    const rows = [
      ['name', 'words'],
      ['=1+1', ' spaces  around '],
      ['a\nb', '<&">\t_x000D_'],
      ['007', 'العربية 中文 🍔'],
    ];
    expect(await cellsOf(writeXlsx([{ name: 'survey', rows }]))).toEqual(rows);
  });

  it('leaves out what XML cannot hold', async () => {
    expect(await cellsOf(writeXlsx([{ name: 's', rows: [['a\u0000b\ud800c']] }]))).toEqual([['abc']]);
  });

  it('is the same every time', () => {
    const sheets = [
      {
        name: 'one',
        rows: [
          ['a', 1],
          ['b', 2.5],
        ],
      },
    ];
    expect(writeXlsx(sheets)).toEqual(writeXlsx(sheets));
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});
