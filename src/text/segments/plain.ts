import type { Heading, List, ListItem, Paragraph, Text } from 'mdast';
import type { Point } from 'unist';

/** Marks that may begin or end anything inside a line; after them a parser has to look. */
const MARKS = /[\\`*_[\]<>&~@|\0\t\r]|https?:|www\./iu;
/** No line begins a list, a quote, a table or an underline, and none ends in white space. */
const PLAIN_LINES = /^(?:(?:[\p{L}"“”‘’«(]|\d+(?![\d.)]))[^\n]*(?<![\s])(?:\n(?!$)|$))+$/u;
/** The same of the items of a list that has nothing between or below them; what a note-taker writes. */
const PLAIN_ITEMS = /^(?:- (?:[\p{L}"“”‘’«(]|\d+(?![\d.)]))[^\n]*(?<![\s])(?:\n(?!$)|$))+$/u;
const HEADING = /^(#{1,6}) (\S(?:[^\n]*[^\s#])?)$/u;

/** Where a block begins in its file. */
export interface Start {
  readonly line: number;
  readonly offset: number;
}

/**
 * Reads a paragraph, a heading or the items of a list that are nothing but words, as a parser would.
 *
 * @param text A segment, without its last line ending.
 * @param start Where it stands.
 * @returns Undefined where a parser has to look.
 */
export function readPlain(text: string, start: Start): Paragraph | Heading | List | undefined {
  if (MARKS.test(text)) return undefined;
  const heading = HEADING.exec(text);
  if (heading) return plainHeading(heading, start);
  if (PLAIN_LINES.test(text)) return plainParagraph(text, start);
  // Blank lines at its end belong to the segment of a list, and not to the list.
  const items = text.startsWith('- ') ? text.replace(/\n+$/u, '') : '';
  return PLAIN_ITEMS.test(items) ? plainList(items, start) : undefined;
}

function plainList(text: string, { line, offset }: Start): List {
  let at = offset;
  const children = text.split('\n').map((item, index): ListItem => {
    const point = (column: number): Point => ({ line: line + index, column: column + 1, offset: at + column });
    const words = textNode(item.slice(2), point(2), point(item.length));
    const paragraph: Paragraph = {
      type: 'paragraph',
      children: [words],
      position: { start: point(2), end: point(item.length) },
    };
    const position = { start: point(0), end: point(item.length) };
    at += item.length + 1;
    return { type: 'listItem', spread: false, checked: null, children: [paragraph], position };
  });
  const end: Point = { line: line + children.length - 1, column: lastColumn(text), offset: offset + text.length };
  const position = { start: { line, column: 1, offset }, end };
  return { type: 'list', ordered: false, start: null, spread: false, children, position };
}

function lastColumn(text: string): number {
  return text.length - text.lastIndexOf('\n');
}

function plainHeading([whole, marks = '', words = '']: RegExpExecArray, { line, offset }: Start): Heading | undefined {
  if (words === '' || words.startsWith('#')) return undefined;
  const at = (index: number): Point => ({ line, column: index + 1, offset: offset + index });
  const from = whole.length - words.length;
  return {
    type: 'heading',
    depth: marks.length as Heading['depth'],
    children: [textNode(words, at(from), at(whole.length))],
    position: { start: at(0), end: at(whole.length) },
  };
}

function plainParagraph(text: string, { line, offset }: Start): Paragraph {
  const point = (): Point => ({ line, column: 1, offset });
  const end = (): Point => ({
    line: line + countBreaks(text),
    column: text.length - text.lastIndexOf('\n'),
    offset: offset + text.length,
  });
  return {
    type: 'paragraph',
    children: [textNode(text, point(), end())],
    position: { start: point(), end: end() },
  };
}

function textNode(value: string, start: Point, end: Point): Text {
  return { type: 'text', value, position: { start, end } };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
