/** Widths of the columns of a table, so that no word ever runs into the next column. */
import type { Nodes, Table } from 'mdast';
import type { DocumentStyle } from '../../model/document.ts';
import { plainText } from '../../text/plain-text.ts';

/** How wide the columns are, and how large their letters. */
export interface Columns {
  /** Shares of the width. */
  readonly shares: readonly number[];
  /** Size of the letters in em of the text; smaller where the words would not fit. */
  readonly size: number;
  /** How many em of its letters fit into a line of each column. */
  readonly room: readonly number[];
  /** Columns whose words must be hyphenated to fit; in the others lines end with whole words. */
  readonly tight: readonly boolean[];
}

/** Width of the text in points, by paper; tables in boxes have a little less. */
const TEXT_WIDTH = { a4: 416, 'us-letter': 433, a5: 317 } as const;
const FRAMED = 24;
/** Size of the text in points, by paper. */
const TEXT_SIZE = { a4: 10.5, 'us-letter': 10.5, a5: 9.5 } as const;
/** Points left and right of the words of a cell. */
const INSET = 10;
/** Sizes of letters in tables: the usual one and the smallest that can be read. */
const SIZE = { usual: 0.86, least: 0.66 } as const;

/** Columns whose cells are all this short, in em, are as wide as they need to be; the others share the rest. */
const SHORT = 10;
/** Longest word, in em, that a column makes room for; longer ones, such as addresses, break. */
const WHOLE = 13;
/** Longest cell, in em, that still counts in full. */
const LONG = 50;
/** Long texts may run over several lines: the share of a column grows more slowly than its text. */
const TAMED = 0.75;

/** Widths of characters in em, generous ones: estimates must not be too small. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Default_Ignorable_Code_Point}/u, 0],
  [/[iljtfrI.,:;'’!|()[\]\s-]/u, 0.42],
  [/[MWmw@%—…œæŒÆШЩЮЖФшщюжфм]/u, 1],
  [/[\p{Lu}\p{N}_&+=<>#]/u, 0.74],
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60\p{Extended_Pictographic}]/u, 1.05],
];
const USUAL_WIDTH = 0.6;
/** Rounding does not make a column tight. */
const SLACK = 0.01;
/** How much wider the letters of the header row are. */
const BOLD = 1.1;

/**
 * Estimates how wide words are set, in em.
 * @param text without line breaks
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfOne(character);
  return width;
}

/** Widths already looked up: a text uses few characters, and each of them often. */
const KNOWN = new Map<string, number>();

function widthOfOne(character: string): number {
  const known = KNOWN.get(character);
  if (known !== undefined) return known;
  const width = WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? USUAL_WIDTH;
  KNOWN.set(character, width);
  return width;
}

/** Where a line may break without a hyphen: at spaces, behind hyphens and dashes, between Chinese characters. */
const BREAKS = /\s+|(?<=[-–—])|(?<=[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60])/u;

interface Measure {
  /** Width of the longest line of a cell. */
  readonly longest: number;
  /** Width of the longest word. */
  readonly widest: number;
  /** The least it should have. */
  readonly word: number;
  /** How much of the width it should have beside its neighbours. */
  readonly weight: number;
}

function measure(node: Table, at: number): Measure {
  const cells = node.children.map((row, index) => {
    const lines = cellText(row.children[at]?.children ?? []).split('\n');
    const bold = index === 0 ? BOLD : 1;
    return { all: widestOf(lines) * bold, word: widestOf(lines.flatMap((line) => line.split(BREAKS))) * bold };
  });
  const longest = cells.reduce((most, { all }) => Math.max(most, all), 0);
  const mean = cells.reduce((sum, { all }) => sum + all, 0) / Math.max(cells.length, 1);
  const widest = cells.reduce((most, cell) => Math.max(most, cell.word), 1);
  const word = Math.min(widest, WHOLE);
  return { longest, widest, word, weight: Math.min(Math.max((mean + longest) / 2, word, 2), LONG) ** TAMED };
}

function widestOf(words: readonly string[]): number {
  return words.reduce((most, word) => Math.max(most, widthOf(word)), 0);
}

/** The words of a cell, line by line: struck and inserted ones too, since both are printed. */
function cellText(children: readonly Nodes[]): string {
  return children.map(plainTextOfAll).join('');
}

function plainTextOfAll(node: Nodes): string {
  return 'children' in node ? cellText(node.children) : plainText(node);
}

/**
 * Shares the width of the page between the columns of a table: by how much stands in them, and none narrower than its
 * longest word as long as the page has room.
 * @param node the table
 * @param width number of its columns
 * @param paper that it is set on
 */
export function columnsOf(node: Table, width: number, paper: DocumentStyle['paper']): Columns {
  const columns = Array.from({ length: width }, (_, at) => measure(node, at));
  const least = columns.reduce((sum, { word }) => sum + word, 0);
  const size = Math.min(SIZE.usual, Math.max(SIZE.least, (SIZE.usual * roomAt(SIZE.usual, width, paper)) / least));
  const room = roomAt(size, width, paper);
  const widths = allotted(columns, room);
  return {
    shares: widths.map((share) => Math.round(inPoints(share, size, paper) * 10) / 10),
    size,
    room: widths,
    tight: columns.map(({ widest }, at) => widest > (widths[at] ?? 0) + SLACK),
  };
}

/** Em that the words of all columns can have together. */
function roomAt(size: number, width: number, paper: DocumentStyle['paper']): number {
  return Math.max(TEXT_WIDTH[paper] - FRAMED - width * INSET, 40) / (TEXT_SIZE[paper] * size);
}

function inPoints(em: number, size: number, paper: DocumentStyle['paper']): number {
  return em * TEXT_SIZE[paper] * size + INSET;
}

/** Short columns get what they need, others by weight; who would get less than its longest word gets that first. */
function allotted(columns: readonly Measure[], room: number): number[] {
  const least = columns.reduce((sum, { word }) => sum + word, 0);
  if (least >= room) return columns.map(({ word }) => (word / least) * room);
  const fixed = new Map<number, number>();
  columns.forEach((column, at) => {
    if (column.longest <= SHORT) fixed.set(at, column.longest);
  });
  if (sumOf(fixed) + wordsBeside(columns, fixed) > room || fixed.size === columns.length) fixed.clear();
  for (;;) {
    const free = columns.filter((_, at) => !fixed.has(at)).reduce((sum, { weight }) => sum + weight, 0);
    const rest = room - sumOf(fixed);
    const share = ({ weight }: Measure): number => (weight / free) * rest;
    const starved = columns.findIndex((column, at) => !fixed.has(at) && share(column) < column.word);
    const found = columns[starved];
    if (found === undefined) return columns.map((column, at) => fixed.get(at) ?? share(column));
    fixed.set(starved, found.word);
  }
}

function sumOf(widths: ReadonlyMap<number, number>): number {
  return [...widths.values()].reduce((sum, width) => sum + width, 0);
}

function wordsBeside(columns: readonly Measure[], fixed: ReadonlyMap<number, number>): number {
  return columns.reduce((sum, { word }, at) => sum + (fixed.has(at) ? 0 : word), 0);
}

/** Languages that Typst hyphenates; there a long word of letters breaks by itself. */
const HYPHENATED = /^(?:en|fr|es|ru|de|it|pt|nl|pl|sv|da|nb|nn|fi|cs|el|uk|tr|hu)\b/iu;
/** Width of the longest syllable that hyphenation leaves whole, in em. */
const SYLLABLE = 6;

/**
 * Lets words break anywhere that neither fit a line of their column nor can be hyphenated, such as long addresses.
 * @param text as printed
 * @param room em that fit into a line
 * @param language of the words
 */
export function breakable(text: string, room: number, language: string): string {
  return text.replace(/\S+/gu, (word) => {
    const hyphenates = room >= SYLLABLE && HYPHENATED.test(language) && /^[\p{P}]*\p{L}+[\p{P}]*$/u.test(word);
    const pieces = word.split(BREAKS);
    if (hyphenates || pieces.every((piece) => widthOf(piece) <= room)) return word;
    // Between letters of Arabic a break would part what is joined: still better than letters over letters.
    return [...word].join('\u200b');
  });
}
