import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvProblemError, readCsv } from '../../../src/files/csv.ts';
import { csvFormat } from '../../../src/files/csv-format.ts';

async function rows(bytes: Uint8Array | string) {
  const found = [];
  for await (const row of readCsv(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)) found.push(row);
  return found;
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('a file of comma-separated values', () => {
  it.each([
    ['commas', 'a,b\n1,"x, y"\n', ','],
    ['semicolons', 'a;b\r\n1;"x, y"\r\n', ';'],
    ['tabs', 'a\tb\n1\t"x, y"\n', '\t'],
    ['what it declares', 'sep=;\na;b\n1;"x, y"\n', ';'],
  ])('is read with %s', async (_, text, delimiter) => {
    expect(csvFormat(new TextEncoder().encode(text)).delimiter).toBe(delimiter);
    expect((await rows(text)).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', 'x, y'],
    ]);
  });

  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode('\ufeffä,b\n'), 'utf-8'],
    ['UTF-16', utf16('ä,b\n'), 'utf-16le'],
    ['Windows-1252', new Uint8Array([0xe4, 0x2c, 0x62, 0x0a]), 'windows-1252'],
  ])('is read in %s', async (_, bytes, encoding) => {
    expect(csvFormat(bytes).encoding).toBe(encoding);
    expect(await rows(bytes)).toEqual([{ row: 1, cells: ['ä', 'b'] }]);
  });

  it('says on which line each row begins, whatever lines its cells have', async () => {
    const found = await rows('a,b\n"one\ntwo",x\n\n3,y\n');
    expect(found.map(({ row }) => row)).toEqual([1, 2, 5]);
  });

  it('says from which line on it could not be read', async () => {
    const read = rows('a,b\n1,2\n"3,4\n5,6\n');
    await expect(read).rejects.toThrow(CsvProblemError);
    await expect(read).rejects.toMatchObject({ line: 3, problem: { code: 'quote' } });
  });

  it('comes back as it was written', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll(/\r|\ufeff|\ufffd/gu, ''));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const filled = cells.map((row) => [...row.slice(0, -1), `${row.at(-1)}.`]);
        const text = filled.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\r\n');
        const bytes = new TextEncoder().encode(`\ufeffx;y\r\n${text}\r\n`);
        const read = [];
        const format = { encoding: 'utf-8', certain: true, delimiter: ';', skip: 3 } as const;
        for await (const row of readCsv(bytes, format)) read.push(row.cells);
        expect(read.slice(1)).toEqual(filled);
      }),
      { numRuns: 60 },
    );
  });
});
