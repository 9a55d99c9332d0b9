import type { BlockContent, DefinitionContent, FootnoteDefinition, Heading, Paragraph } from 'mdast';
import { readDirective } from './directive.ts';
import { pointIn, readInline } from './inline.ts';
import { type Labels, NO_LABELS } from './labels.ts';
import { readItems } from './list.ts';
import { readTable } from './table.ts';

/** How a line begins that is nothing but words: no list, quote, table, underline or fence. */
const WORDS = String.raw`(?:[\p{L}"“”‘’«(\[^]|\d+(?![\d.)])|[*_]{1,2}(?=[\p{L}\p{N}])|!(?=\[))`;
const LINES = new RegExp(String.raw`^(?:${WORDS}[^\n]*(?<!\s)(?:\n(?!$)|$))+$`, 'u');
const LINE = new RegExp(String.raw`^${WORDS}[^\n]*(?<!\s)$`, 'u');
const HEADING = /^(#{1,6}) (\S(?:[^\n]*[^\s#])?)$/u;
const NOTE = /^\[\^([A-Za-z0-9_-]{1,100})\]: ([^\n]+)$/u;

/** Where a block begins in its file. */
export interface Start {
  readonly line: number;
  readonly offset: number;
}

/** A block that a parser gave, or that was read without one. */
export type PlainBlock = BlockContent | DefinitionContent;

/**
 * Reads a block that there is but one way to read, as a parser would.
 *
 * @param text A segment, without its last line ending.
 * @param start Where it stands.
 * @param labels What its file defines.
 * @returns Undefined where a parser has to look.
 */
export function readPlain(text: string, start: Start, labels: Labels = NO_LABELS): PlainBlock | undefined {
  // Blank lines at its end belong to the segment, and not to the block.
  const block = text.replace(/\n+$/u, '');
  const first = block[0];
  if (first === '#') return readHeading(block, start, labels);
  if (first === '|') return readTable(block, start, labels);
  if (first === ':') return readDirective(block, start, { labels, read: readPlain });
  if (block.startsWith('[^')) return readNote(block, start, labels) ?? readParagraph(block, start, labels);
  return readParagraph(block, start, labels) ?? readItems(block, start, { labels, isWords });
}

/** Whether a line is nothing but words and what may stand among words. */
function isWords(line: string): boolean {
  return LINE.test(line);
}

function readHeading(text: string, { line, offset }: Start, labels: Labels): Heading | undefined {
  const [, marks = '', words = ''] = HEADING.exec(text) ?? [];
  if (words === '' || words.startsWith('#')) return undefined;
  const start = { line, column: 1, offset };
  const children = readInline(words, pointIn(text, start, marks.length + 1), labels);
  if (children === undefined) return undefined;
  const position = { start, end: pointIn(text, start, text.length) };
  return { type: 'heading', depth: marks.length as Heading['depth'], children, position };
}

function readParagraph(text: string, { line, offset }: Start, labels: Labels): Paragraph | undefined {
  if (!LINES.test(text)) return undefined;
  const start = { line, column: 1, offset };
  const children = readInline(text, start, labels);
  if (children === undefined) return undefined;
  return { type: 'paragraph', children, position: { start, end: pointIn(text, start, text.length) } };
}

/** A note of one line at the foot of a page. */
function readNote(text: string, { line, offset }: Start, labels: Labels): FootnoteDefinition | undefined {
  const [, label = '', words = ''] = NOTE.exec(text) ?? [];
  if (label === '' || !isWords(words)) return undefined;
  const start = { line, column: 1, offset };
  const from = pointIn(text, start, text.length - words.length);
  const children = readInline(words, from, labels);
  if (children === undefined) return undefined;
  const end = () => pointIn(text, start, text.length);
  const paragraph: Paragraph = { type: 'paragraph', children, position: { start: from, end: end() } };
  return {
    type: 'footnoteDefinition',
    identifier: label.toLowerCase(),
    label,
    children: [paragraph],
    position: { start, end: end() },
  };
}
