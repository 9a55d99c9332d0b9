/** The paragraphs and tables of a part as elements, in the order and under the numbers in which the reader counts them. */
import type { XmlElement } from './xml-places.ts';

/** A paragraph; its number is {@link WordParagraph.index} within the part. */
export interface XmlParagraph {
  readonly type: 'paragraph';
  readonly index: number;
  readonly element: XmlElement;
}

/** A cell. */
export interface XmlCell {
  readonly element: XmlElement;
  readonly blocks: readonly XmlBlock[];
}

/** A row. */
export interface XmlRow {
  readonly element: XmlElement;
  readonly cells: readonly XmlCell[];
}

/** A table. */
export interface XmlTable {
  readonly type: 'table';
  readonly element: XmlElement;
  readonly rows: readonly XmlRow[];
}

/** A block of a part. */
export type XmlBlock = XmlParagraph | XmlTable;

/** The blocks of a part. */
export interface XmlBlocks {
  /** Each run of blocks that stand beside one another: the text itself, then cells and text boxes. */
  readonly containers: readonly (readonly XmlBlock[])[];
  readonly paragraphs: readonly XmlParagraph[];
  /** Each table before those inside it. */
  readonly tables: readonly XmlTable[];
}

/** What stands in a text a second time for older programs. */
const SKIPPED: ReadonlySet<string> = new Set(['Fallback', 'rt']);

interface Reading {
  readonly containers: XmlBlock[][];
  readonly paragraphs: XmlParagraph[];
  readonly tables: XmlTable[];
}

/**
 * The blocks inside an element.
 *
 * @param root The part, or a note of it.
 * @param first Number of its first paragraph.
 */
export function xmlBlocks(root: XmlElement, first = 0): XmlBlocks {
  const reading: Reading = { containers: [], paragraphs: [], tables: [] };
  const numberOf = () => first + reading.paragraphs.length;
  blocksIn(root, reading, numberOf);
  return reading;
}

function blocksIn(element: XmlElement, reading: Reading, numberOf: () => number): XmlBlock[] {
  const blocks: XmlBlock[] = [];
  reading.containers.push(blocks);
  const visit = (child: XmlElement): void => {
    if (SKIPPED.has(child.name)) return;
    if (child.name === 'p') blocks.push(paragraphOf(child, reading, numberOf));
    else if (child.name === 'tbl') blocks.push(tableOf(child, reading, numberOf));
    else for (const inner of child.children) visit(inner);
  };
  for (const child of element.children) visit(child);
  return blocks;
}

function paragraphOf(element: XmlElement, reading: Reading, numberOf: () => number): XmlParagraph {
  const paragraph: XmlParagraph = { type: 'paragraph', index: numberOf(), element };
  reading.paragraphs.push(paragraph);
  const boxes = (child: XmlElement): void => {
    if (SKIPPED.has(child.name)) return;
    if (child.name === 'txbxContent') blocksIn(child, reading, numberOf);
    else for (const inner of child.children) boxes(inner);
  };
  boxes(element);
  return paragraph;
}

function tableOf(element: XmlElement, reading: Reading, numberOf: () => number): XmlTable {
  const rows: XmlRow[] = [];
  const table: XmlTable = { type: 'table', element, rows };
  reading.tables.push(table);
  for (const row of within(element, 'tr')) {
    const cells = within(row, 'tc').map((cell) => ({ element: cell, blocks: blocksIn(cell, reading, numberOf) }));
    rows.push({ element: row, cells });
  }
  return table;
}

/** Elements of a name below another, also in what wraps them: controls, marks of other programs. */
function within(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (SKIPPED.has(child.name)) return [];
    return child.name === name ? [child] : child.name === 'tbl' || child.name === 'p' ? [] : within(child, name);
  });
}

/** The child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}
