/** Writes into cells of the tables of a Word file; what stands in them stays. */
import type { FileProblem } from '../file-problem.ts';
import { xmlText } from '../xml-text.ts';
import { patchZip } from '../zip-patch.ts';
import { problemOf, readZip } from '../zip-read.ts';
import { wordsOf } from './base-paragraphs.ts';
import { mainPartName, partText, textPart } from './edit-package.ts';
import { xmlBlocks } from './xml-blocks.ts';
import { atEnd, editXml, everyElement, type XmlEdit, type XmlElement, xmlPlaces } from './xml-places.ts';

/** What is written into a cell. */
export interface CellText {
  /** Number of the table in the text, of its row and of the cell, from 0. */
  readonly table: number;
  readonly row: number;
  readonly cell: number;
  /** Paragraphs. */
  readonly text: readonly string[];
}

/** The words of each cell of each table in the text. */
export type TableWords = readonly (readonly (readonly CellWords[])[])[];

/** A cell. */
export interface CellWords {
  readonly words: string;
  /** Number of its first paragraph. */
  readonly paragraph: number;
}

/**
 * The words of all cells.
 *
 * @param bytes A Word file that could be read.
 */
export function tableWords(bytes: Uint8Array): TableWords {
  const zip = readZip(bytes);
  if ('problem' in zip) return [];
  const source = partText(zip.archive, mainPartName(zip.archive)) ?? '';
  const words = (element: XmlElement): string =>
    [...everyElement(element)]
      .filter(({ name }) => name === 'p')
      .map((paragraph) => paragraph.children.map((child) => wordsOf(child, source)).join(''))
      .join('\n');
  return xmlBlocks(xmlPlaces(source)).tables.map(({ rows }) =>
    rows.map(({ cells }) =>
      cells.map(({ element, blocks }) => {
        const first = blocks.find((block) => block.type === 'paragraph');
        return { words: words(element).trim(), paragraph: first?.type === 'paragraph' ? first.index : 0 };
      }),
    ),
  );
}

/** The file with more words in its cells. */
export function fillCells(
  bytes: Uint8Array,
  cells: readonly CellText[],
): { readonly bytes: Uint8Array } | { readonly problem: FileProblem } {
  if (cells.length === 0) return { bytes };
  const zip = readZip(bytes);
  if ('problem' in zip) return zip;
  try {
    const name = mainPartName(zip.archive);
    const source = partText(zip.archive, name) ?? '';
    const { tables } = xmlBlocks(xmlPlaces(source));
    const edits = cells.flatMap(({ table, row, cell, text }): XmlEdit[] => {
      const element = tables[table]?.rows[row]?.cells[cell]?.element;
      return element === undefined ? [] : [cellEdit(element, text, source)];
    });
    return patchZip(bytes, [textPart(name, editXml(source, edits))]);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function cellEdit(cell: XmlElement, text: readonly string[], source: string): XmlEdit {
  const { prefix } = cell;
  const run = (words: string) =>
    `<${prefix}r><${prefix}t xml:space="preserve">${xmlText(words)}</${prefix}t></${prefix}r>`;
  const last = cell.children.findLast(({ name }) => name === 'p');
  const isEmpty = last !== undefined && wordsOf({ ...last, name: '' }, source).trim() === '';
  const properties = last?.children.find(({ name }) => name === 'pPr');
  const head = properties === undefined ? '' : source.slice(properties.start, properties.end);
  const [open, close] = [`<${prefix}p>${head}`, `</${prefix}p>`];
  const inside = text.map(run).join(close + open);
  // An empty paragraph at the end makes room: marks and bookmarks in it stay, as words do.
  return isEmpty ? atEnd(last, source, inside) : atEnd(cell, source, open + inside + close);
}
