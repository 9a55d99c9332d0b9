import { describe, expect, test } from 'vitest';
import { fillSheet, type SheetCell } from '../../../src/files/xlsx-fill.ts';
import { readXlsx } from '../../../src/files/xlsx-read.ts';
import { writeXlsx } from '../../../src/files/xlsx-write.ts';
import { patchZip } from '../../../src/files/zip-patch.ts';
import { readZip } from '../../../src/files/zip-read.ts';

const NAME = 'xl/worksheets/sheet1.xml';
const SHEET = writeXlsx([
  {
    name: 'Comments',
    rows: [
      ['Paragraph', 'Comment'],
      ['12', 'Say who decides.'],
      ['13', 'Too long.'],
    ],
  },
]);

/** The same workbook with its sheet in another encoding, as some programs write it. */
function inUtf16(bytes: Uint8Array): Uint8Array {
  const zip = readZip(bytes);
  if ('problem' in zip) throw new Error(zip.problem.message);
  const xml = new TextDecoder().decode(zip.archive.read(NAME)).replace('UTF-8', 'UTF-16');
  const patched = patchZip(bytes, [{ name: NAME, bytes: Buffer.from(`\ufeff${xml}`, 'utf16le') }]);
  if ('problem' in patched) throw new Error(patched.problem.message);
  return patched.bytes;
}

async function filledRows(bytes: Uint8Array, cells: readonly SheetCell[]): Promise<(readonly string[])[]> {
  const filled = fillSheet(bytes, cells);
  if ('problem' in filled) throw new Error(filled.problem.message);
  const reading = readXlsx(filled.bytes);
  if ('problem' in reading) throw new Error(reading.problem.message);
  const rows: (readonly string[])[] = [];
  for (const sheet of reading.sheets) for await (const { cells: own } of sheet.rows()) rows.push(own);
  return rows;
}

describe('texts in cells of a workbook', () => {
  const cells: readonly SheetCell[] = [
    { sheet: 'Comments', row: 3, column: 2, text: '<no>' },
    { sheet: 'Comments', row: 2, column: 27, text: 'far out' },
    { sheet: 'Comments', row: 2, column: 1, text: 'Said.' },
  ];

  test.each([
    ['as we write it', SHEET],
    ['in UTF-16', inUtf16(SHEET)],
  ])('come in %s, and the rest stays', async (_, bytes) => {
    const [head, first, second] = await filledRows(bytes, cells);
    expect(head).toEqual(['Paragraph', 'Comment']);
    expect(first?.filter((cell) => cell !== '' && cell !== undefined)).toEqual(['12', 'Said.', 'far out']);
    expect(first?.[27]).toBe('far out');
    expect(second).toEqual(['13', 'Too long.', '<no>']);
  });
});
