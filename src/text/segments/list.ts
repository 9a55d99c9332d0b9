import type { List, ListItem, Paragraph } from 'mdast';
import type { Point } from 'unist';
import { readInline } from './inline.ts';
import type { Labels } from './labels.ts';
import type { Start } from './plain.ts';

const ITEM = /^(?:([-*+])|(\d{1,9})([.)])) (.*)$/u;
const TASK = /^\[[ xX]\]/u;

/** What decides how items are read. */
interface ItemsContext {
  readonly labels: Labels;
  /** Whether a line is nothing but words. */
  readonly isWords: (line: string) => boolean;
}

/**
 * Reads a list whose items are a line of words each, with or without blank lines between them.
 *
 * @param text A segment, without blank lines at its end.
 * @param start Where it stands.
 * @returns Undefined where a parser has to look.
 */
export function readItems(text: string, start: Start, context: ItemsContext): List | undefined {
  const first = ITEM.exec(text.slice(0, `${text}\n`.indexOf('\n')));
  if (first === null) return undefined;
  const children: ListItem[] = [];
  let { line, offset } = start;
  let end: Point = { line, column: 1, offset };
  let spread = false;
  for (const source of text.split('\n')) {
    if (source === '') spread = true;
    else {
      const item = ITEM.exec(source);
      if (item === null || item[1] !== first[1] || item[3] !== first[3]) return undefined;
      const read = readItem(item, { line, column: 1, offset }, context);
      if (read === undefined) return undefined;
      children.push(read);
      end = { line, column: source.length + 1, offset: offset + source.length };
    }
    line++;
    offset += source.length + 1;
  }
  const position = { start: { line: start.line, column: 1, offset: start.offset }, end };
  const ordered = first[2] !== undefined;
  return { type: 'list', ordered, start: ordered ? Number(first[2]) : null, spread, children, position };
}

function readItem(
  [whole, , , , words = '']: RegExpExecArray,
  start: Point,
  { labels, isWords }: ItemsContext,
): ListItem | undefined {
  if (!isWords(words) || TASK.test(words)) return undefined;
  const at = (index: number): Point => ({
    line: start.line,
    column: index + 1,
    offset: (start.offset ?? 0) + index,
  });
  const from = whole.length - words.length;
  const children = readInline(words, at(from), labels);
  if (children === undefined) return undefined;
  const position = { start: at(from), end: at(whole.length) };
  const paragraph: Paragraph = { type: 'paragraph', children, position };
  return {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [paragraph],
    position: { start, end: at(whole.length) },
  };
}
