import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../src/files/xlsx-read.ts';
import { writeZip } from '../../../src/files/zip-write.ts';

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbook(rows: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const relations = (list: readonly (readonly [string, string, string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const parts: Record<string, string> = {
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${OFFICE}"><sheets><sheet name="One" sheetId="1" r:id="s1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['s1', 'worksheet', 'worksheets/sheet1.xml'],
      ['s2', 'sharedStrings', 'sharedStrings.xml'],
      ['s3', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst ${NS}><si><t>shared</t></si><si><r><t>two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet ${NS}><numFmts><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${NS}><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  };
  return writeZip(Object.entries(parts).map(([name, words]) => ({ name, bytes: new TextEncoder().encode(words) })));
}

async function rowsOf(bytes: Uint8Array) {
  const reading = readXlsx(bytes);
  if ('problem' in reading) throw new Error(reading.problem.code);
  const found = [];
  for await (const row of reading.sheets[0]?.rows() ?? []) found.push(row);
  return found;
}

const cellsOf = async (cells: string) => (await rowsOf(workbook(`<row r="1">${cells}</row>`)))[0]?.cells;

describe('a workbook', () => {
  it.each([
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', ['shared']],
    ['runs without their reading aids', '<c r="A1" t="s"><v>1</v></c>', ['two runs']],
    ['a string of its own', '<c r="B1" t="inlineStr"><is><t>x</t></is></c>', ['', 'x']],
    ['a number', '<c r="A1"><v>1.1000000000000001</v></c>', ['1.1']],
    ['a date', '<c r="A1" s="1"><v>44774</v></c>', ['2022-08-01']],
    ['a date with its time', '<c r="A1" s="2"><v>44774.5</v></c>', ['2022-08-01T12:00:00']],
    ['a truth', '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>', ['TRUE', 'FALSE']],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', ['#N/A']],
    ['the value of a formula', '<c r="A1" t="str"><f>A2</f><v>words</v></c>', ['words']],
    ['a line break', '<c r="A1" t="str"><v>a_x000D_&#10;b</v></c>', ['a\nb']],
  ])('gives %s', async (_, cells, expected) => {
    expect(await cellsOf(cells)).toEqual(expected);
  });

  it('passes over empty rows, wherever they end', async () => {
    const rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="3"/><row r="1048575"><c r="AMF1048575" s="1"/></row>';
    expect(await rowsOf(workbook(rows))).toEqual([{ row: 2, cells: ['1'] }]);
  });

  it('declares no entities', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet ${NS}><sheetData/></worksheet>`;
    await expect(rowsOf(workbook('', { 'xl/worksheets/sheet1.xml': bomb }))).rejects.toThrow(/entities/u);
    const strings = readXlsx(workbook('', { 'xl/sharedStrings.xml': '<!DOCTYPE x><sst/>' }));
    expect(strings).toMatchObject({ problem: { code: 'doctype' } });
  });

  it('is not nested without end', async () => {
    const deep = `<worksheet ${NS}>${'<a>'.repeat(300)}`;
    await expect(rowsOf(workbook('', { 'xl/worksheets/sheet1.xml': deep }))).rejects.toThrow();
  });

  it('holds no more strings, sheets and formats than a real one', async () => {
    const long = Array.from({ length: 900_000 }, (_, index) => index).join(' ');
    const strings = `<sst ${NS}><si><t>${long}</t></si></sst>`;
    expect(readXlsx(workbook('', { 'xl/sharedStrings.xml': strings }))).toMatchObject({
      problem: { code: 'too-large' },
    });
    const cell = `<row r="1"><c r="A1" t="inlineStr"><is><t>${long.slice(0, 300_000)}</t></is></c></row>`;
    await expect(rowsOf(workbook(cell))).rejects.toThrow(/larger than any real/u);
    const sheets = '<sheet name="One" sheetId="1" r:id="s1"/>'.repeat(300);
    const main = `<workbook ${NS} xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`;
    expect(readXlsx(workbook('', { 'xl/workbook.xml': main }))).toMatchObject({ problem: { code: 'too-many' } });
  });

  it('does not search long formats again and again', async () => {
    const open = Array.from({ length: 200_000 }, (_, index) => `[${index}`).join('');
    const format = `<numFmt numFmtId="165" formatCode="${open}"/>`;
    const styles = `<styleSheet ${NS}><numFmts>${format}</numFmts><cellXfs><xf numFmtId="165"/></cellXfs></styleSheet>`;
    const row = '<row r="1"><c r="A1" s="0"><v>44774</v></c></row>';
    expect(await rowsOf(workbook(row, { 'xl/styles.xml': styles }))).toEqual([{ row: 1, cells: ['44774'] }]);
  });

  it('is one', () => {
    const other = writeZip([{ name: 'word/document.xml', bytes: new TextEncoder().encode('<x/>') }]);
    expect(readXlsx(other)).toMatchObject({ problem: { code: 'not-a-workbook' } });
  });
});

const DATA = process.env.PENHOLDER_TEST_DATA;
const MATRIX = DATA === undefined ? '' : join(DATA, 'comments', 'us-public-trust-cp-comments-partA.xlsx');

describe.skipIf(!existsSync(MATRIX))(
  'a real sheet whose used range ends at row 1,048,575 (needs PENHOLDER_TEST_DATA)',
  () => {
    it('has 159 rows', async () => {
      expect(await rowsOf(readFileSync(MATRIX))).toHaveLength(159);
    });
  },
);
