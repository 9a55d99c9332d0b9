import { FileProblemError } from './file-problem.ts';
import { relationsOf } from './office-relations.ts';
import { type DateKind, dateKind, unescapeCell } from './xlsx-values.ts';
import { readXml } from './xml-parts.ts';
import type { ZipArchive } from './zip-read.ts';

const MIB = 1024 * 1024;
/** Bytes of the strings of a workbook, which are in memory as a whole. */
const MOST_STRINGS = 128 * MIB;
/** Bytes of any other part that is. */
const MOST_OTHER = 16 * MIB;
/** Sheets of a workbook: of each the beginning is read to tell what it holds. */
const MOST_SHEETS = 250;

/** What the sheets of a workbook are read with. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly strings: readonly string[];
  /** What each cell style shows, by its number. */
  readonly dates: readonly DateKind[];
  readonly is1904: boolean;
}

/**
 * Reads everything of a workbook but its sheets.
 *
 * @param archive The file.
 * @throws FileProblemError where it is no workbook, or a part of it can't be read.
 */
export function readWorkbook(archive: ZipArchive): Workbook {
  const main = relationsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const bytes = archive.read(main, MOST_OTHER);
  if (bytes === undefined) throw new FileProblemError('not-a-workbook');
  const relations = relationsOf(archive, main);
  const listed: { name: string; relation: string; hidden: boolean }[] = [];
  let is1904 = false;
  let isWorkbook = false;
  readXml(bytes, {
    open: (name, attribute) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') is1904 = isTrue(attribute('date1904'));
      if (name !== 'sheet') return;
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      listed.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', hidden });
    },
  });
  if (!isWorkbook) throw new FileProblemError('not-a-workbook');
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target;
  if (listed.length > MOST_SHEETS) throw new FileProblemError('too-many');
  return {
    sheets: listed.flatMap(({ name, relation, hidden }) => {
      const sheet = relations.find(({ id, type }) => id === relation && type === 'worksheet');
      return sheet === undefined || !archive.has(sheet.target) ? [] : [{ name, part: sheet.target, hidden }];
    }),
    strings: stringsOf(archive.read(partOf('sharedStrings') ?? '', MOST_STRINGS)),
    dates: datesOf(archive.read(partOf('styles') ?? '', MOST_OTHER)),
    is1904,
  };
}

function stringsOf(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let text = '';
  let open = false;
  let phonetic = 0;
  readXml(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      open = name === 't' && phonetic === 0;
    },
    close: (name) => {
      open = false;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'si') strings.push(unescapeCell(text));
    },
    text: (part) => {
      if (open) text += part;
    },
  });
  return strings;
}

function datesOf(bytes: Uint8Array | undefined): readonly DateKind[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  if (bytes === undefined) return [];
  let inCells = false;
  readXml(bytes, {
    open: (name, attribute) => {
      const id = Number(attribute('numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attribute('formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(id);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((id) => dateKind(id, codes.get(id)));
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
