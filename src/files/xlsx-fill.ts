/** Writes texts into cells of a workbook; every other cell, and all looks, keep their bytes. */
import type { FileProblem } from './file-problem.ts';
import { partText, textPart } from './word-edit/edit-package.ts';
import { atEnd, editXml, type XmlEdit, type XmlElement, xmlPlaces } from './word-edit/xml-places.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { columnName } from './xlsx-write.ts';
import { xmlText } from './xml-text.ts';
import { patchZip } from './zip-patch.ts';
import { problemOf, readZip } from './zip-read.ts';

/** A text for a cell. */
export interface SheetCell {
  readonly sheet: string;
  /** From 1, as the program shows it. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

/**
 * The workbook with other texts in some cells.
 *
 * @param bytes The workbook.
 * @param cells In rows that are there.
 */
export function fillSheet(
  bytes: Uint8Array,
  cells: readonly SheetCell[],
): { readonly bytes: Uint8Array } | { readonly problem: FileProblem } {
  if (cells.length === 0) return { bytes };
  const zip = readZip(bytes);
  if ('problem' in zip) return zip;
  try {
    const { archive } = zip;
    const { sheets } = readWorkbook(archive);
    const parts = sheets.flatMap(({ name, part }) => {
      const own = cells.filter(({ sheet }) => sheet === name);
      const source = own.length === 0 ? undefined : partText(archive, part);
      return source === undefined ? [] : [textPart(part, filled(source, own))];
    });
    return patchZip(bytes, parts);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function filled(source: string, cells: readonly SheetCell[]): string {
  const root = xmlPlaces(source);
  const rows = root.children.find(({ name }) => name === 'sheetData')?.children ?? [];
  const byRow = new Map<number, SheetCell[]>(cells.map(({ row }) => [row, []]));
  for (const cell of cells) byRow.get(cell.row)?.push(cell);
  let number = 0;
  const edits = rows.flatMap((row): XmlEdit[] => {
    number = Number(row.attributes.get('r')) || number + 1;
    const own = byRow.get(number)?.sort((one, other) => one.column - other.column);
    return own === undefined
      ? []
      : [...hintEdits(row, source), ...own.map((cell) => cellEdit(row, cell, { number, source }))];
  });
  return editXml(source, edits);
}

interface RowPlace {
  readonly number: number;
  readonly source: string;
}

/** What a row says of its first and last cell is a hint alone, and wrong once there are more. */
function hintEdits(row: XmlElement, source: string): readonly XmlEdit[] {
  const open = source.slice(row.start, row.inner);
  const text = open.replace(/\sspans="[^"]*"/u, '');
  return row.inner === row.end || text === open ? [] : [{ start: row.start, end: row.inner, text }];
}

function cellEdit(row: XmlElement, { column, text }: SheetCell, { number, source }: RowPlace): XmlEdit {
  const { prefix } = row;
  let at = -1;
  const places = row.children.map((cell) => {
    at = columnOf(cell.attributes.get('r')) ?? at + 1;
    return { cell, column: at };
  });
  const there = places.find((one) => one.column === column)?.cell;
  const style = there?.attributes.get('s');
  const looks = style === undefined ? '' : ` s="${Number(style) || 0}"`;
  const words = `<${prefix}is><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}is>`;
  const xml = `<${prefix}c r="${columnName(column)}${number}"${looks} t="inlineStr">${words}</${prefix}c>`;
  if (there !== undefined) return { start: there.start, end: there.end, text: xml };
  const next = places.find((one) => one.column > column)?.cell;
  return next === undefined ? atEnd(row, source, xml) : { start: next.start, end: next.start, text: xml };
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/u.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
